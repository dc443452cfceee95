package io.chask.hosting;

import io.chask.attachment.Attachments;
import io.chask.attachment.SignedLinks;
import io.chask.attachment.StoredFile;
import io.chask.edge.Handler;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.Set;

/// `GET /v1/attachments/{id}`: a file for whoever holds its signed link.
public final class FileRoute implements Handler {

    /// Kinds that can run script where a browser opens them: never sent under their own name.
    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "text/xml",
            "application/xml",
            "application/javascript",
            "text/javascript");

    private static final String UNKNOWN = "application/octet-stream";

    private final Attachments attachments;
    private final SignedLinks links;

    public FileRoute(Attachments attachments, SignedLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    @Override
    public Response handle(Request request) {
        var id = request.pathId("id");
        var organization = Uuids.parse(parameter(request, "organization"));
        var expires = parameter(request, "expires");
        var signature = parameter(request, "signature");
        if (organization == null) {
            throw new Refused(Reason.LINK_INVALID);
        }
        switch (links.check(organization, id, expires, signature)) {
            case FORGED -> throw new Refused(Reason.LINK_INVALID);
            case EXPIRED -> throw new Refused(Reason.LINK_EXPIRED);
            case VALID -> {}
        }
        var file = attachments.find(organization, id).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        return answer(file);
    }

    private Response answer(StoredFile file) {
        var content = attachments.content(file).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        var type = ACTIVE.contains(file.mimeType()) ? UNKNOWN : file.mimeType();
        return Response.file(content, file.name(), type, file.inline());
    }

    private static String parameter(Request request, String name) {
        return request.query(name).orElseThrow(() -> new Refused(Problem.field(name, "is missing")));
    }
}
