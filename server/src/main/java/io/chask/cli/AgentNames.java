package io.chask.cli;

import org.jspecify.annotations.Nullable;

/// What an agent is called as long as nobody says otherwise.
final class AgentNames {

    private AgentNames() {}

    /// The given name, else the part of the e-mail address before the `@`.
    static String orFromEmail(@Nullable String name, String email) {
        if (name != null) {
            return name;
        }
        int at = email.indexOf('@');
        return at < 1 ? email : email.substring(0, at);
    }
}
