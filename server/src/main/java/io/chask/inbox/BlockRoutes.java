package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.contact.Blocks;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.util.UUID;

/// Blocking visitors, and letting them write again.
final class BlockRoutes {

    private final AgentAccess access;
    private final Blocks blocks;

    BlockRoutes(AgentAccess access, Blocks blocks) {
        this.access = access;
        this.blocks = blocks;
    }

    /// `PUT /v1/visitors/{id}/block`
    Response block(Request request) {
        var entry = access.writer(request);
        return answer(blocks.block(organization(entry), request.pathId("id"), entry.actor()));
    }

    /// `DELETE /v1/visitors/{id}/block`
    Response unblock(Request request) {
        var entry = access.writer(request);
        return answer(blocks.unblock(organization(entry), request.pathId("id"), entry.actor()));
    }

    private static UUID organization(AgentAccess.Entry entry) {
        return entry.session().agent().organization();
    }

    private static Response answer(boolean found) {
        if (!found) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }
}
