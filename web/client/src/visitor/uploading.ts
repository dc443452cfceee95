import type { Attachment, UploadOptions } from "../contract";
import { Failed, INVALID, failing } from "../failure";
import { uploadFile } from "../upload/upload";
import type { Core } from "./core";

/** Uploads what may be uploaded at all. Loaded with the first file. */
export async function uploading(
  core: Core,
  connect: () => Promise<void>,
  file: File,
  upload: UploadOptions,
): Promise<Attachment> {
  const { environment, events, options, sessions } = core;
  if (!(file instanceof Blob)) {
    throw new Failed(INVALID);
  }
  const reason = await options.refuseFile?.(file);
  if (reason !== undefined) {
    throw new Failed(failing("SEND_ERROR", reason));
  }
  await connect();
  const { token } = await sessions.obtain(false);
  const stored = await uploadFile(environment, {
    url: `${options.baseUrl}/v1/widget/attachments`,
    baseUrl: options.baseUrl,
    headers: { authorization: `Bearer ${token}` },
    file,
    options: upload,
    ended: core.ended.signal,
  });
  events.emit("attachmentUploaded", { fileType: stored.mimeType, fileSize: stored.size });
  return stored;
}
