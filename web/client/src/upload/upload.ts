import { attachment, parse } from "@chask/wire";
import type { Attachment, UploadOptions } from "../contract";
import type { Environment } from "../environment";
import { Failed } from "../failure";
import type { Failure } from "../failure";
import { failureOfAnswer } from "../rest";

export interface Upload {
  readonly url: string;
  /** Files' links in the answer may be relative to this. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: File;
  readonly options: UploadOptions;
  /** Calls it off too. */
  readonly ended?: AbortSignal;
}

/** Sends one file; its progress can be followed and it can be called off. Rejects with `Failed`. */
export function uploadFile(environment: Environment, upload: Upload): Promise<Attachment> {
  const { url, baseUrl, headers, options } = upload;
  return new Promise((resolve, reject) => {
    const request = environment.openUpload();
    const fail = (reason: string, retryable: boolean): void =>
      reject(new Failed({ code: "SEND_ERROR", reason, retryable }));
    const abort = (): void => request.abort();
    request.open("POST", url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener("progress", ({ loaded, total }) => options.onProgress?.(loaded, total));
    request.addEventListener("load", () => {
      const answer = parse(request.responseText);
      if (request.status === 201 && attachment(answer)) {
        const absolute = (link: string): string => (/^https?:/.test(link) ? link : baseUrl + link);
        const { url: file, thumbnailUrl } = answer;
        resolve({
          ...answer,
          url: absolute(file),
          ...(thumbnailUrl && { thumbnailUrl: absolute(thumbnailUrl) }),
        });
      } else {
        reject(new Failed(uploadFailure(failureOfAnswer(answerOf(request), environment.now()))));
      }
    });
    request.addEventListener("error", () => fail("UPLOAD_FAILED", true));
    request.addEventListener("abort", () => fail("ABORTED", true));
    const signals = [options.signal, upload.ended];
    request.addEventListener("loadend", () =>
      signals.forEach((signal) => signal?.removeEventListener("abort", abort)),
    );
    signals.forEach((signal) => signal?.addEventListener("abort", abort));
    if (signals.some((signal) => signal?.aborted)) {
      return fail("ABORTED", true);
    }
    const body = new FormData();
    body.append("file", upload.file);
    request.send(body);
  });
}

function answerOf(request: XMLHttpRequest): Parameters<typeof failureOfAnswer>[0] {
  return {
    status: request.status,
    body: request.responseText,
    retryAfter: request.getResponseHeader("retry-after"),
  };
}

/** What befalls one upload is this upload's error; only a refusal of the visitor himself is more. */
function uploadFailure(failure: Failure): Failure {
  return failure.code === "AUTH_ERROR" ? failure : { ...failure, code: "SEND_ERROR" };
}
