import type { Texts } from "../../shell/words";
import { en, type TextKey } from "./locales/en";
import { es } from "./locales/es";
import { ptBR } from "./locales/pt-BR";

export const texts: Texts<TextKey> = { en, es, "pt-BR": ptBR };

/// The names of details that have words here, and the values. Others are what an admin wrote, or are shown as they are.
export const detailNames: readonly TextKey[] = [
  "name.by",
  "name.role",
  "name.from",
  "name.to",
  "name.requireSecondFactor",
  "name.reason",
  "name.changed",
  "name.until",
  "name.ending",
  "name.timeZone",
  "name.hours",
  "name.name",
  "name.locales",
  "name.added",
  "name.removed",
];
export const detailValues: readonly TextKey[] = [
  "value.password",
  "value.password, code",
  "value.invitation",
  "value.wrong password",
  "value.wrong code",
  "value.disabled",
  "value.too many tries",
  "value.true",
  "value.false",
];

/// Every action that has words here, in the order of the filter. One that is missing is shown by its code.
export const actions: readonly TextKey[] = [
  "organization.created",
  "organization.changed",
  "origins.changed",
  "key.added",
  "key.retiring",
  "key.kept",
  "key.revoked",
  "identity.changed",
  "identity.secret_added",
  "identity.secret_revoked",
  "widget.changed",
  "attachments.changed",
  "file.infected",
  "reply.added",
  "reply.changed",
  "reply.deleted",
  "tag.renamed",
  "tag.merged",
  "tag.deleted",
  "visitor.blocked",
  "visitor.unblocked",
  "agent.added",
  "agent.role_changed",
  "agent.disabled",
  "agent.enabled",
  "agent.changed",
  "agent.password_changed",
  "agent.second_factor_enabled",
  "agent.second_factor_disabled",
  "agent.second_factor_reset",
  "agent.recovery_codes_renewed",
  "session.started",
  "session.refused",
  "session.ended",
  "invitation.created",
  "invitation.revoked",
  "invitation.accepted",
];
