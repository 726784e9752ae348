const entity: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML that shows exactly this text. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => entity[c]);
