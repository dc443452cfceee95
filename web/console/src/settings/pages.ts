import type { Role } from "@chask/client";
import {
  BadgeCheck,
  Bell,
  MessageSquareQuote,
  MessageSquareText,
  Paperclip,
  ScrollText,
  Tags,
  Building2,
  KeyRound,
  MessageCircle,
  Split,
  UserRound,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { ComponentType } from "react";
import type { Account } from "../account/AccountGate";
import { part } from "../shell/part";
import type { TextKey } from "./texts";

/// What every page of the settings is given.
export interface PageProps {
  readonly account: Account;
}

/// A page of the settings: one entry here, one label in `locales`, one component in a folder of its own.
export interface Page {
  /// As in its address.
  readonly id: string;
  readonly group: "own" | "organization";
  readonly label: TextKey;
  readonly icon: LucideIcon;
  /// The least role that is shown it. The server decides on its own.
  readonly role: Role;
  readonly view: ComponentType<PageProps>;
}

const Me = part(async () => (await import("./me/Me")).Me);
const Notifications = part(async () => (await import("./notifications/Notifications")).Notifications);
const Organization = part(async () => (await import("./organization/Organization")).Organization);
const Widget = part(async () => (await import("./widget/Widget")).Widget);
const Keys = part(async () => (await import("./keys/Keys")).Keys);
const TeamPage = part(async () => (await import("./team/TeamPage")).TeamPage);
const RepliesPage = part(async () => (await import("./replies/Replies")).RepliesPage);
const TagsPage = part(async () => (await import("./tags/TagsPage")).TagsPage);
const Routing = part(async () => (await import("./routing/Routing")).Routing);
const Attachments = part(async () => (await import("./attachments/Attachments")).Attachments);
const Messages = part(async () => (await import("./messages/Messages")).Messages);
const Identity = part(async () => (await import("./identity/Identity")).Identity);
const Audit = part(async () => (await import("./audit/Audit")).Audit);

/// In the order they are shown.
export const pages: readonly Page[] = [
  { id: "account", group: "own", label: "page.account", icon: UserRound, role: "agent", view: Me },
  {
    id: "notifications",
    group: "own",
    label: "page.notifications",
    icon: Bell,
    role: "agent",
    view: Notifications,
  },
  {
    id: "organization",
    group: "organization",
    label: "page.organization",
    icon: Building2,
    role: "admin",
    view: Organization,
  },
  {
    id: "widget",
    group: "organization",
    label: "page.widget",
    icon: MessageCircle,
    role: "admin",
    view: Widget,
  },
  { id: "keys", group: "organization", label: "page.keys", icon: KeyRound, role: "admin", view: Keys },
  { id: "team", group: "organization", label: "page.team", icon: Users, role: "admin", view: TeamPage },
  { id: "routing", group: "organization", label: "page.routing", icon: Split, role: "admin", view: Routing },
  {
    id: "replies",
    group: "organization",
    label: "page.replies",
    icon: MessageSquareQuote,
    role: "agent",
    view: RepliesPage,
  },
  { id: "tags", group: "organization", label: "page.tags", icon: Tags, role: "admin", view: TagsPage },
  {
    id: "attachments",
    group: "organization",
    label: "page.attachments",
    icon: Paperclip,
    role: "admin",
    view: Attachments,
  },
  {
    id: "messages",
    group: "organization",
    label: "page.messages",
    icon: MessageSquareText,
    role: "admin",
    view: Messages,
  },
  {
    id: "identity",
    group: "organization",
    label: "page.identity",
    icon: BadgeCheck,
    role: "admin",
    view: Identity,
  },
  { id: "audit", group: "organization", label: "page.audit", icon: ScrollText, role: "admin", view: Audit },
];

const ranks: readonly Role[] = ["agent", "admin", "owner"];

/// Whether somebody of this role may do what the other may.
export function covers(role: Role, other: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(other);
}

/// The pages that somebody of this role is shown.
export function pagesOf(role: Role): readonly Page[] {
  return pages.filter((page) => covers(role, page.role));
}
