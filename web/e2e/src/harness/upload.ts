/** A PNG of one pixel. */
export const picture: Buffer = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A file as an agent or a script uploads it. */
export interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The form with the one part that the upload routes read. */
export function formOf({ name, type, bytes }: TestFile): FormData {
  const form = new FormData();
  form.append("file", new File([Uint8Array.from(bytes)], name, { type }));
  return form;
}
