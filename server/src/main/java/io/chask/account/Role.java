package io.chask.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an agent may do. Each role may do everything that those after it may.
public enum Role {
    /// Also makes and unmakes owners; there is always one.
    OWNER("owner"),
    /// Also changes settings and other agents, and reads the audit log.
    ADMIN("admin"),
    /// Answers visitors.
    AGENT("agent");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /// As stored and told.
    public String code() {
        return code;
    }

    /// Whether he may do what this other role may.
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /// Which roles he may invite others to.
    public Set<Role> invites() {
        return this == AGENT
                ? Set.of()
                : Stream.of(values()).filter(this::covers).collect(Collectors.toUnmodifiableSet());
    }

    /// The role with this code.
    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
