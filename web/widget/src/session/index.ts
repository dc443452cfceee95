import { createVisitorClient, type Attachment, type Draft, type VisitorClient } from "@chask/client";
import type { MessageDraft, UploadOptions } from "../api";
import type { Host, Session } from "../host";
import { version } from "../version";
import { describe } from "./describe";
import { relay } from "./relay";

/** Makes the visitor's side of the chat; nothing is sent or stored before one of its methods is called. */
export async function startSession(host: Host): Promise<Session> {
  let { words } = await host.chunks.words(host.locale);
  const listeners = new Set<() => void>();
  const { apiKey, organizationId } = host.config;
  const client = createVisitorClient({
    apiKey,
    organizationId,
    baseUrl: host.baseUrl,
    name: `widget/${version}`,
    locale: host.locale,
    page: () => ({ url: location.href, title: document.title, referrer: document.referrer }),
    describe: (code, reason) => describe(words, code, reason),
  });
  const changed = (): void => listeners.forEach((listener) => listener());
  client.subscribe(changed);
  relay(client, host);

  return {
    client,
    words: () => words,
    connect: () => void client.connect(),
    sendMessage: (message) => client.sendMessage(draftOf(message)),
    identify: (user) => client.updateUser(user),
    updateUser: (changes) => client.updateUser(changes),
    logout: () => client.logout(),
    uploadFile: (file, options) => upload(client, file, options),
    setLocale: async (locale) => {
      ({ words } = await host.chunks.words(locale));
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      listeners.clear();
      client.destroy();
    },
  };
}

function draftOf(message: string | MessageDraft): Draft {
  return typeof message === "string" ? { content: message } : { content: "", ...message };
}

function upload(
  client: VisitorClient,
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<Attachment> {
  return client.uploadFile(file, {
    ...(onProgress && { onProgress: (loaded, total) => onProgress({ loaded, total }) }),
    ...(signal && { signal }),
  });
}
