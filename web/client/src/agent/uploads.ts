import type { Attachment, UploadOptions, WidgetError } from "../contract";
import type { Environment } from "../environment";
import { failureOf } from "../failure";
import type { Failure } from "../failure";
import { caught } from "../promise";
import { uploadFile } from "../upload/upload";
import type { AgentOptions } from "./api";
import { credentialHeaders } from "./rest";

/** Uploads a file with the agent's credentials; a refusal is told like every other one. */
export function createUploads(
  environment: Environment,
  options: AgentOptions,
  refused: (failure: Failure) => WidgetError,
): (file: File, upload?: UploadOptions) => Promise<Attachment> {
  return (file, upload = {}) =>
    caught(
      uploadFile(environment, {
        url: `${options.baseUrl}/v1/attachments`,
        baseUrl: options.baseUrl,
        headers: credentialHeaders(options),
        file,
        options: upload,
      }).catch((thrown: unknown): never => {
        throw refused(failureOf(thrown));
      }),
    );
}
