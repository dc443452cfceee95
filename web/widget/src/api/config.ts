import type { ChaskCallbacks } from "./events";
import type { UserConfig } from "./user";

/** A language of the widget. */
export type Locale = "en" | "es" | "pt-BR";

/** What `init` is told. An option that does not exist is refused by name. */
export interface ChaskConfig {
  /** Publishable key of your organization. It is public and belongs in the page. */
  readonly apiKey: string;
  /** Id of your organization. */
  readonly organizationId: string;
  /** Address of your Chask server, such as `https://chat.example.com`. @default origin of the script */
  readonly baseUrl?: string;
  /** Whether `init` starts the widget; `false` waits for `start()`. @default true */
  readonly autoStart?: boolean;
  /** Language of the widget; `auto` follows the visitor's browser. @default "auto" */
  readonly locale?: Locale | "auto";
  /** Corner of the page. @default the organization's setting, else "right" */
  readonly position?: "right" | "left";
  /** Look of the widget. */
  readonly theme?: ThemeConfig;
  /** The button that opens the chat. */
  readonly launcher?: LauncherConfig;
  /** Files of visitors. The server's policy wins: this can only narrow it. */
  readonly attachments?: AttachmentsConfig;
  /** The visitor, when your page knows who it is; the same as calling `identify` right after `init`. */
  readonly user?: UserConfig;
  /**
   * Gives a fresh identity token from your server, or nothing when nobody is signed in there. Asked when the visitor's
   * session begins, before a token ends, and once when one is refused.
   */
  readonly getUserToken?: () => Promise<string | null | undefined>;
  /** Your functions, called by the widget. */
  readonly callbacks?: ChaskCallbacks;
}

/** Look of the widget. */
export interface ThemeConfig {
  /** Light, dark, or as the visitor's system is set. @default the organization's setting, else "auto" */
  readonly mode?: "auto" | "light" | "dark";
  /** Your colour, `#rgb` or `#rrggbb`. The text on it is chosen for contrast. @default the organization's colour */
  readonly primaryColor?: string;
}

/** The button that opens the chat. */
export interface LauncherConfig {
  /** Shows no button; your page opens the chat by `open()`. @default false */
  readonly hidden?: boolean;
}

/** Files of visitors. */
export interface AttachmentsConfig {
  /** Whether visitors may send files. @default the organization's setting */
  readonly enabled?: boolean;
  /** MIME types offered, such as `["image/*", "application/pdf"]`. @default the organization's setting */
  readonly accept?: readonly string[];
  /** Largest file in bytes. @default the organization's setting */
  readonly maxSize?: number;
  /** Maximum number of files in a message. @default the organization's setting */
  readonly maxCount?: number;
}
