package io.chask.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Something that was done.
///
/// @param details what one needs to know besides, such as `from` and `to`. The log is for ever: no secret, and nothing
/// of
///     a visitor or about a person that an id can name
public record AuditEntry(UUID organization, Actor actor, Action action, Subject subject, Map<String, String> details) {

    private static final int LONGEST = 500;

    /// Cuts what is very long.
    public AuditEntry {
        var cut = new TreeMap<String, String>();
        details.forEach((name, value) -> cut.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value));
        details = Map.copyOf(cut);
    }

    /// Without details.
    public AuditEntry(UUID organization, Actor actor, Action action, Subject subject) {
        this(organization, actor, action, subject, Map.of());
    }
}
