package io.chask.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.api.PageQuery;
import io.chask.audit.AuditLog;
import io.chask.audit.AuditLog.NamedLine;
import io.chask.audit.AuditQuery;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The audit log, page by page.
final class AuditRoutes {

    private final AgentAccess access;
    private final AuditLog log;

    AuditRoutes(AgentAccess access, AuditLog log) {
        this.access = access;
        this.log = log;
    }

    record Who(String kind, @Nullable UUID id, @Nullable String name) {}

    record What(String kind, String id, @Nullable String name) {}

    record Line(
            long number,
            Instant at,
            String action,
            Who actor,
            What subject,
            Map<String, String> details,
            String hash) {}

    /// `next` is there even when it is null: the contract says so.
    record Page(List<Line> entries, @JsonInclude @Nullable String next) {}

    /// `GET /v1/audit`
    Response list(Request request) {
        var organization = access.admin(request).session().agent().organization();
        int limit = PageQuery.limit(request);
        var found = log.page(organization, query(request, limit + 1));
        var page = found.stream().limit(limit).map(AuditRoutes::line).toList();
        var next = found.size() > limit ? Long.toString(page.getLast().number()) : null;
        return Response.json(200, new Page(page, next));
    }

    private static AuditQuery query(Request request, int limit) {
        return new AuditQuery(
                request.query("cursor").map(AuditRoutes::number).orElse(Long.MAX_VALUE),
                request.query("actor").map(AuditRoutes::agent).orElse(null),
                request.query("action").orElse(null),
                limit);
    }

    private static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw new Refused(Problem.field("cursor", "is not the next of a page"));
        }
        return Long.parseLong(cursor);
    }

    private static UUID agent(String text) {
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field("actor", "is not the id of an agent"));
        }
        return id;
    }

    private static Line line(NamedLine named) {
        var line = named.line();
        var subject = line.subject();
        return new Line(
                line.number(),
                line.at(),
                line.action(),
                new Who(line.actorKind(), line.actorId(), orNull(named.actorName())),
                new What(subject.kind(), subject.id(), orNull(named.subjectName())),
                line.details(),
                line.hash());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
