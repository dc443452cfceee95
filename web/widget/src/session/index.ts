import { createVisitorClient, type Attachment, type Draft, type VisitorClient } from "@chask/client";
import type { MessageDraft, UploadOptions } from "../api";
import type { ExtraModule, Host, Session } from "../host";
import { version } from "../version";
import { describe } from "./describe";
import { relay } from "./relay";

/** Makes the visitor's side of the chat; nothing is sent or stored before one of its methods is called. */
export async function startSession(host: Host): Promise<Session> {
  let { locale } = host;
  let { words } = await host.chunks.words(locale);
  host.signal.throwIfAborted();
  const listeners = new Set<() => void>();
  let extra: ExtraModule | undefined;
  const { apiKey, organizationId } = host.config;
  const client = createVisitorClient({
    apiKey,
    organizationId,
    baseUrl: host.baseUrl,
    name: `widget/${version}`,
    locale,
    page: () => ({ url: location.href, title: document.title, referrer: document.referrer }),
    describe: (code, reason) => extra?.describeFile(locale, reason) ?? describe(words, code, reason),
    // Every upload begins here, so what there is to say about files is there when one is refused.
    refuseFile: async (file) => {
      extra = await host.chunks.extra();
      return extra.refusalOf(file, host);
    },
  });
  const changed = (): void => listeners.forEach((listener) => listener());
  host.signal.addEventListener("abort", client.destroy);
  client.subscribe(changed);
  relay(client, host);

  return {
    client,
    get locale() {
      return locale;
    },
    words: () => words,
    connect: () => void client.connect(),
    sendMessage: (message) => client.sendMessage(draftOf(message)),
    identify: client.updateUser,
    updateUser: client.updateUser,
    logout: client.logout,
    uploadFile: (file, options) => upload(client, file, host.signal, options),
    setLocale: async (wanted) => {
      ({ words } = await host.chunks.words(wanted));
      locale = wanted;
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function draftOf(message: string | MessageDraft): Draft {
  return typeof message === "string" ? { content: message } : { content: "", ...message };
}

function upload(
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
