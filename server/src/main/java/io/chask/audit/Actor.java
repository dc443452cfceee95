package io.chask.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did something.
///
/// @param agent his id; null unless an agent did it
public record Actor(Kind kind, @Nullable UUID agent) {

    /// Somebody with a shell on the server.
    public static final Actor COMMAND_LINE = new Actor(Kind.COMMAND_LINE, null);

    /// The server itself, by a rule.
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    public Actor {
        if ((kind == Kind.AGENT) != (agent != null)) {
            throw new IllegalArgumentException(kind + " with agent " + agent);
        }
    }

    /// An agent, by console or API.
    public static Actor agent(UUID id) {
        return new Actor(Kind.AGENT, id);
    }

    /// What kind of actor.
    public enum Kind {
        /// An agent, by console or API.
        AGENT("agent"),
        /// Somebody with a shell on the server.
        COMMAND_LINE("command_line"),
        /// The server itself, by a rule.
        SYSTEM("system");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
