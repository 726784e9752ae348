/** What Jupyter calls a MIME bundle: one value in several forms, of which the frontend shows the richest it knows. */
export interface MimeBundle {
  /** MIME type to data: text for text types, base64 for images, a JSON value for JSON types. */
  data: Record<string, unknown>;
  /** MIME type to options of its renderer, for instance the width of an image. */
  metadata: Record<string, unknown>;
}

/** A bundle without metadata. */
export const bundle = (data: Record<string, unknown>): MimeBundle => ({ data, metadata: {} });
