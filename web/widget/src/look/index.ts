import type { Chunks, Host, Panel, Parts, Session } from "../host";
import type { Look } from "../settings";
import { hoursOf } from "./hours";
import { offerQuestions } from "./questions";
import { styleOf } from "./style";
import { ownWords } from "./words";

/** The loader's widget, as far as its look is concerned. */
interface Adorned extends Host {
  readonly shell: Host["shell"] & { setLabel: (label: string, mark: string) => void };
}

/** What the launcher's badge says when something is wrong. */
const alarm = "!";

/** Gives a widget that is in the page already, and has loaded nothing else yet, the organization's look and words. */
export function adorn(host: Adorned): void {
  const { shell, settings, config } = host;
  const look = settings?.look;
  if (!settings || !look) {
    return;
  }
  const hours = hoursOf(look.openings);
  const side = (config.position ?? settings.theme.position) === "left" ? "left" : "right";
  shell.root.adoptedStyleSheets = [...shell.root.adoptedStyleSheets, styleOf(look, side)];
  host.chunks = chunksWith(host, look, hours);
  const hides = look.whenClosed === "hide";
  const hidden = !!config.launcher?.hidden;
  const text = document.createElement("span");
  const pill = look.launcher === "pill";
  if (pill) {
    shell.launcher.classList.add("pill");
    shell.launcher.append(text);
  }
  const { setLabel } = shell;
  let unread = "";
  const settle = (): void => {
    shell.launcher.hidden = hidden || (hides && !unread && hours.isClosed());
  };
  shell.setLabel = (label, mark) => {
    const own = mark === alarm ? label : (look.texts[host.locale]?.launcherLabel ?? label);
    setLabel.call(shell, own, mark);
    text.textContent = own;
    unread = mark;
    settle();
  };
  shell.setLabel(shell.launcher.ariaLabel ?? "", "");
  if (hides) {
    hours.watch(settle, host.signal);
  }
}

/** The words with the organization's own among them; a panel that offers questions and follows the hours. */
function chunksWith(host: Host, look: Look, hours: ReturnType<typeof hoursOf>): Chunks {
  const plain = host.chunks;
  let { locale } = host;
  const organization = host.settings?.organization;
  if (organization) {
    const { name } = organization;
    // The panel reads it anew for each language.
    Object.defineProperty(organization, "name", { get: () => look.texts[locale]?.title ?? name });
  }
  const words = async (name: "en" | "es" | "pt-BR"): Promise<Parts["en"]> => {
    const module = await plain(name);
    locale = name;
    return { words: ownWords(module.words, look, name, hours) };
  };
  const parts: { readonly [N in keyof Parts]: () => Promise<Parts[N]> } = {
    session: () => plain("session"),
    thread: () => plain("thread"),
    extra: () => plain("extra"),
    look: () => plain("look"),
    en: () => words("en"),
    es: () => words("es"),
    "pt-BR": () => words("pt-BR"),
    panel: async () => {
      const { mountPanel } = await plain("panel");
      return {
        mountPanel: (page: Host, session: Session): Panel => {
          const panel = mountPanel(page, {
            ...session,
            get locale() {
              return session.locale;
            },
            // What the panel says of the hours changes with them, not with the client.
            subscribe: (listener) => {
              hours.watch(listener, page.signal);
              return session.subscribe(listener);
            },
          });
          offerQuestions(page, session, look);
          return panel;
        },
      };
    },
  };
  return (name) => parts[name]();
}
