package io.chask.wire;

import static io.chask.wire.ErrorCode.AUTH_ERROR;
import static io.chask.wire.ErrorCode.CONNECTION_ERROR;
import static io.chask.wire.ErrorCode.SEND_ERROR;

/// Why something was refused: the finer code beside an [ErrorCode] (wire/PROTOCOL.md §7), with the HTTP status it has
/// as
/// an answer, its title there, and whether the same request may succeed later.
public enum Reason {
    KEY_UNKNOWN(AUTH_ERROR, 401, "Unknown API key", false),
    KEY_REVOKED(AUTH_ERROR, 401, "Revoked API key", false),
    ORGANIZATION_UNKNOWN(AUTH_ERROR, 401, "Unknown organization", false),
    ORIGIN_NOT_ALLOWED(AUTH_ERROR, 403, "Origin not allowed", false),
    TOKEN_MISSING(AUTH_ERROR, 401, "Token missing", false),
    TOKEN_INVALID(AUTH_ERROR, 401, "Token not valid", false),
    TOKEN_EXPIRED(AUTH_ERROR, 401, "Token expired", false),
    IDENTITY_REQUIRED(AUTH_ERROR, 401, "Identity token required", false),
    IDENTITY_INVALID(AUTH_ERROR, 401, "Identity token not valid", false),
    TICKET_INVALID(AUTH_ERROR, 401, "Ticket not valid", false),
    CREDENTIALS_INVALID(AUTH_ERROR, 401, "E-mail or password not valid", false),
    AGENT_DISABLED(AUTH_ERROR, 403, "Agent disabled", false),
    TOTP_REQUIRED(AUTH_ERROR, 401, "Code of the second factor missing", false),
    TOTP_INVALID(AUTH_ERROR, 403, "Code of the second factor not valid", false),
    SECOND_FACTOR_REQUIRED(AUTH_ERROR, 403, "Second factor not set up", false),
    INVITATION_INVALID(AUTH_ERROR, 403, "Invitation not valid", false),
    ROLE_INSUFFICIENT(AUTH_ERROR, 403, "Role not sufficient", false),
    CONSOLE_HEADER_MISSING(AUTH_ERROR, 403, "Console header missing", false),
    BANNED(AUTH_ERROR, 403, "Visitor blocked", false),
    LINK_INVALID(AUTH_ERROR, 403, "Link not valid", false),
    LINK_EXPIRED(AUTH_ERROR, 403, "Link expired", false),
    ACCESS_DENIED(AUTH_ERROR, 403, "Access denied", false),

    INVALID_FIELD(SEND_ERROR, 400, "Invalid field", false),
    PASSWORD_WRONG(SEND_ERROR, 400, "Present password wrong", false),
    PASSWORD_TOO_SHORT(SEND_ERROR, 400, "Password too short", false),
    PASSWORD_TOO_COMMON(SEND_ERROR, 400, "Password too common", false),
    PASSWORD_PERSONAL(SEND_ERROR, 400, "Password is name or e-mail", false),
    EMAIL_TAKEN(SEND_ERROR, 409, "E-mail taken", false),
    LAST_OWNER(SEND_ERROR, 409, "Last owner", false),
    SECOND_FACTOR_ENABLED(SEND_ERROR, 409, "Second factor set up before", false),
    CONTENT_EMPTY(SEND_ERROR, 400, "Content empty", false),
    CONTENT_TOO_LONG(SEND_ERROR, 400, "Content too long", false),
    CONTENT_INVALID_CHARACTERS(SEND_ERROR, 400, "Content has characters that are not allowed", false),
    MALFORMED_JSON(SEND_ERROR, 400, "Malformed JSON", false),
    UNSUPPORTED_MEDIA_TYPE(SEND_ERROR, 415, "Unsupported media type", false),
    PAYLOAD_TOO_LARGE(SEND_ERROR, 413, "Payload too large", false),
    NOT_FOUND(SEND_ERROR, 404, "Not found", false),
    METHOD_NOT_ALLOWED(SEND_ERROR, 405, "Method not allowed", false),
    RANGE_NOT_SATISFIABLE(SEND_ERROR, 416, "Range not satisfiable", false),
    ID_CONFLICT(SEND_ERROR, 409, "Id taken by another message", false),
    CONVERSATION_CLOSED(SEND_ERROR, 409, "Conversation closed", false),
    MESSAGE_NOT_YOURS(SEND_ERROR, 403, "Message of somebody else", false),
    MESSAGE_DELETED(SEND_ERROR, 409, "Message deleted", false),
    CHANGE_TOO_LATE(SEND_ERROR, 409, "Too late to change the message", false),
    REPLY_TO_UNKNOWN(SEND_ERROR, 400, "Unknown message to answer", false),
    ASSIGNED_ELSEWHERE(SEND_ERROR, 409, "Somebody else has the conversation", false),
    MOVED_ELSEWHERE(SEND_ERROR, 409, "Another team has the conversation", false),
    CONVERSATION_RESOLVED(SEND_ERROR, 409, "Conversation resolved", false),
    MESSAGE_UNSEEN(SEND_ERROR, 409, "The visitor has written meanwhile", false),
    CONVERSATION_OPEN(SEND_ERROR, 409, "Conversation not resolved", false),
    RATING_DISABLED(SEND_ERROR, 403, "Ratings disabled", false),
    AGENT_UNKNOWN(SEND_ERROR, 400, "Unknown agent", false),
    TEAM_UNKNOWN(SEND_ERROR, 400, "Unknown team", false),
    TEAM_NAME_TAKEN(SEND_ERROR, 409, "Team name taken", false),
    TOO_MANY_TEAMS(SEND_ERROR, 409, "Too many teams", false),
    TOO_MANY_TAGS(SEND_ERROR, 409, "Too many tags", false),
    TOO_MANY_REPLIES(SEND_ERROR, 409, "Too many canned replies", false),
    TOO_MANY_FILTERS(SEND_ERROR, 409, "Too many saved filters", false),
    NAME_TAKEN(SEND_ERROR, 409, "Name taken", false),
    ATTACHMENT_UNKNOWN(SEND_ERROR, 404, "Unknown attachment", false),
    TOO_MANY_ATTACHMENTS(SEND_ERROR, 400, "Too many attachments", false),
    TOO_MANY_KEYS(SEND_ERROR, 409, "Too many valid keys", false),
    TOO_MANY_SECRETS(SEND_ERROR, 409, "Too many active secrets", false),
    TOO_MANY_WATCHED(SEND_ERROR, 409, "Too many watched conversations", false),
    FILE_MISSING(SEND_ERROR, 400, "File missing", false),
    FILE_EMPTY(SEND_ERROR, 400, "File empty", false),
    FILE_TOO_LARGE(SEND_ERROR, 413, "File too large", false),
    FILE_TYPE_NOT_ALLOWED(SEND_ERROR, 415, "File type not allowed", false),
    FILE_TYPE_MISMATCH(SEND_ERROR, 415, "File is not what it says", false),
    FILE_INFECTED(SEND_ERROR, 422, "File infected", false),
    STORAGE_QUOTA_REACHED(SEND_ERROR, 507, "Storage of the organization used up", false),
    ATTACHMENTS_DISABLED(SEND_ERROR, 403, "Attachments disabled", false),
    RATE_LIMITED(SEND_ERROR, 429, "Too many requests", true),

    BUSY(CONNECTION_ERROR, 503, "Busy", true),
    UNAVAILABLE(CONNECTION_ERROR, 503, "Not available", true),
    OVERLOADED(CONNECTION_ERROR, 503, "Overloaded", true),
    DRAINING(CONNECTION_ERROR, 503, "Stopping", true),
    STORAGE_FULL(CONNECTION_ERROR, 507, "Storage full", true),
    SCAN_UNAVAILABLE(CONNECTION_ERROR, 503, "Virus scan not available", true),
    INTERNAL(CONNECTION_ERROR, 500, "Internal error", true);

    private final ErrorCode code;
    private final int status;
    private final String title;
    private final boolean retryable;

    Reason(ErrorCode code, int status, String title, boolean retryable) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /// The code it belongs to.
    public ErrorCode code() {
        return code;
    }

    /// HTTP status of an answer with this reason.
    public int status() {
        return status;
    }

    /// Short English title for developers (RFC 9457 `title`).
    public String title() {
        return title;
    }

    /// Whether the same request, unchanged, may succeed later.
    public boolean retryable() {
        return retryable;
    }
}
