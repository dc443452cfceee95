package io.chask;

import java.util.Arrays;

/// Who asks, for `wire/access.md`. The conversation, the visitor and the files asked for are always those of
/// [#VISITOR].
enum AccessRole {
    /// Nobody in particular: no key, no token, no page.
    NOBODY("nobody"),
    /// Whose conversation it is.
    VISITOR("visitor"),
    /// Of the same organization.
    OTHER_VISITOR("other visitor"),
    /// Of another organization.
    FOREIGN_VISITOR("foreign visitor"),
    /// Of the same organization, as the two after him.
    OWNER("owner"),
    ADMIN("admin"),
    AGENT("agent"),
    /// Of another organization, and there he may do everything.
    FOREIGN_OWNER("foreign owner"),
    /// An agent of the same organization, disabled after signing in.
    DISABLED_AGENT("disabled agent"),
    /// A visitor whose page carries a key that was revoked since.
    REVOKED_KEY("revoked key");

    private final String title;

    AccessRole(String title) {
        this.title = title;
    }

    /// The column's heading.
    String title() {
        return title;
    }

    boolean isVisitor() {
        return this == VISITOR || this == OTHER_VISITOR || this == FOREIGN_VISITOR || this == REVOKED_KEY;
    }

    boolean isForeign() {
        return this == FOREIGN_VISITOR || this == FOREIGN_OWNER;
    }

    static AccessRole of(String title) {
        return Arrays.stream(values())
                .filter(role -> role.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("wire/access.md has a column that is no role: " + title));
    }
}
