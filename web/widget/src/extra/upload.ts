import type { Attachment, VisitorClient } from "@chask/client";
import type { UploadOptions } from "../api";

/** Uploads a file in the words of the public API. */
export function upload(
  client: VisitorClient,
  file: File,
  ended: AbortSignal,
  { onProgress, signal = ended }: UploadOptions = {},
): Promise<Attachment> {
  return client.uploadFile(file, {
    ...(onProgress && { onProgress: (loaded, total) => onProgress({ loaded, total }) }),
    // Browsers before 2024 lack `any`: there an upload the page can call off is not called off by `destroy`.
    signal: AbortSignal.any?.([signal, ended]) ?? signal,
  });
}
