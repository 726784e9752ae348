/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** HTML in the red that the page uses for errors. */
export const red = (html: string): string => `<span style="color:var(--jp-error-color1,#c62828)">${html}</span>`;
