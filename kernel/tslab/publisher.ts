/** What tslab's display writes to: the part of the kernel's host it needs. */
export type Publish = (type: "display_data" | "update_display_data", content: Record<string, unknown>) => void;
