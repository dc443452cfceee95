import { ChatError, type ErrorCode } from "@chask/client";
import type { Key } from "./locale";
import { unreachable } from "./unreachable";
import type { Words } from "./words";

/// What to tell the agent for each reason of PROTOCOL.md §7.
const keys: ReadonlyMap<string, Key> = new Map<string, Key>([
  ["CREDENTIALS_INVALID", "problem.credentials"],
  ["AGENT_DISABLED", "problem.agentDisabled"],
  ["TOTP_INVALID", "problem.code"],
  ["SECOND_FACTOR_REQUIRED", "problem.enrol"],
  ["ROLE_INSUFFICIENT", "problem.role"],
  ["RATE_LIMITED", "problem.tooMany"],
  ["BUSY", "problem.busy"],
  ["OVERLOADED", "problem.busy"],
  ["STORAGE_FULL", "problem.storageFull"],
  ["STORAGE_QUOTA_REACHED", "problem.quotaReached"],
  ["SCAN_UNAVAILABLE", "problem.scanUnavailable"],
  ["FILE_INFECTED", "problem.fileInfected"],
  ["NOT_FOUND", "problem.notFound"],
  ["CONTENT_EMPTY", "problem.contentEmpty"],
  ["CONTENT_TOO_LONG", "problem.contentTooLong"],
  ["CONTENT_INVALID_CHARACTERS", "problem.contentInvalid"],
  ["CONVERSATION_CLOSED", "problem.closed"],
  ["ASSIGNED_ELSEWHERE", "problem.assigned"],
  ["MOVED_ELSEWHERE", "problem.moved"],
  ["CONVERSATION_RESOLVED", "problem.resolved"],
  ["MESSAGE_UNSEEN", "problem.unseen"],
  ["AGENT_UNKNOWN", "problem.agentUnknown"],
  ["TEAM_UNKNOWN", "problem.teamUnknown"],
  ["TOO_MANY_TAGS", "problem.tooManyTags"],
  ["ID_CONFLICT", "problem.conflict"],
  ["ATTACHMENT_UNKNOWN", "problem.attachmentUnknown"],
  ["TOO_MANY_ATTACHMENTS", "problem.tooManyAttachments"],
  ["FILE_EMPTY", "problem.fileEmpty"],
  ["FILE_TOO_LARGE", "problem.fileTooLarge"],
  ["PAYLOAD_TOO_LARGE", "problem.fileTooLarge"],
  ["FILE_TYPE_NOT_ALLOWED", "problem.fileType"],
  ["FILE_TYPE_MISMATCH", "problem.fileMismatch"],
  ["ATTACHMENTS_DISABLED", "problem.attachmentsDisabled"],
]);

/// The text for an error; the reason is more exact than the code.
export function problemKey(code: ErrorCode, reason: string): Key {
  const known = keys.get(reason);
  if (known !== undefined) {
    return known;
  }
  switch (code) {
    case "NETWORK_ERROR":
      return "problem.offline";
    case "CONNECTION_ERROR":
      return "problem.unreachable";
    case "AUTH_ERROR":
      return "problem.signedOut";
    case "SEND_ERROR":
      return "problem.unexpected";
    default:
      return unreachable(code);
  }
}

/// The text for whatever was thrown.
export function problemText(thrown: unknown, words: Words): string {
  if (thrown instanceof ChatError) {
    return words.t(problemKey(thrown.code, thrown.details.reason));
  }
  return words.t("problem.unexpected");
}
