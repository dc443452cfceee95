package io.chask.cli;

import io.chask.audit.AuditLine;
import io.chask.audit.Subject;
import io.chask.wire.WireTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Lines of the audit log as text, one JSON object each.
final class AuditLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditLines() {}

    private record Who(String kind, @Nullable UUID id) {}

    private record Written(
            UUID organization,
            long number,
            String at,
            String action,
            Who actor,
            Subject subject,
            Map<String, String> details,
            String hash) {}

    static String write(AuditLine line) {
        return JSON.writeValueAsString(new Written(
                line.organization(),
                line.number(),
                WireTime.format(line.at()),
                line.action(),
                new Who(line.actorKind(), line.actorId()),
                line.subject(),
                new TreeMap<>(line.details()),
                line.hash()));
    }

    /// @throws CommandFailed when it is no line of an export
    static AuditLine read(String text, long place) {
        try {
            var line = JSON.readValue(text, Written.class);
            return new AuditLine(
                    line.organization,
                    line.number,
                    Instant.parse(line.at),
                    line.actor.kind,
                    line.actor.id,
                    line.action,
                    line.subject,
                    line.details,
                    line.hash);
        } catch (RuntimeException foreign) {
            throw new CommandFailed("Line " + place + " of the file is no line of an export");
        }
    }
}
