import { createVisitorClient, type Draft } from "@chask/client";
import type { MessageDraft } from "../api";
import type { ExtraModule, Host, Session } from "../host";
import type { Prover } from "../extra/prover";
import { version } from "../version";
import { describe } from "./describe";
import { relay } from "./relay";

/** Makes the visitor's side of the chat; nothing is sent or stored before one of its methods is called. */
export async function startSession(host: Host): Promise<Session> {
  let { locale } = host;
  let { words } = await host.chunks(locale);
  host.signal.throwIfAborted();
  const listeners = new Set<() => void>();
  let extra: ExtraModule | undefined;
  const { apiKey, organizationId, getUserToken, user } = host.config;
  let proving: Promise<Prover> | undefined;
  /** Wanted as soon as the page tells who somebody is. */
  const prover = (): Promise<Prover> =>
    (proving ??= host
      .persist(() => host.chunks("extra"))
      .then(({ createProver }) => createProver(host, client)));
  const client = createVisitorClient({
    apiKey,
    organizationId,
    baseUrl: host.baseUrl,
    name: `widget/${version}`,
    locale,
    reopen: host.settings?.features.reopen,
    page: () => ({ url: location.href, title: document.title, referrer: document.referrer }),
    prove: async (post) => (proving || getUserToken || user ? (await prover()).prove(post) : post()),
    describe: (code, reason) => extra?.describeFile(locale, reason) ?? describe(words, code, reason),
    // Every upload begins here, so what there is to say about files is there when one is refused.
    refuseFile: async (file) => {
      extra = await host.chunks("extra");
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
    identify: async (given) => (await prover()).identify(given),
    updateUser: client.updateUser,
    logout: async () => {
      (await proving)?.forget();
      return client.logout();
    },
    uploadFile: async (file, options) =>
      (await host.chunks("extra")).upload(client, file, host.signal, options),
    setLocale: async (wanted) => {
      ({ words } = await host.chunks(wanted));
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
