package io.chask.hosting;

import io.chask.attachment.Attachments;
import io.chask.attachment.SignedLinks;
import io.chask.attachment.StoredFile;
import io.chask.edge.Handler;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.Response.Body.StreamOf;
import io.chask.storage.FileKey;
import io.chask.storage.KeptFile;
import io.chask.storage.StoreUnreachable;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/// `GET /v1/attachments/{id}` and `…/thumbnail`: a file, or its small picture, for whoever holds its signed link.
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
    private final BiFunction<UUID, UUID, FileKey> part;

    private FileRoute(Attachments attachments, SignedLinks links, BiFunction<UUID, UUID, FileKey> part) {
        this.attachments = attachments;
        this.links = links;
        this.part = part;
    }

    /// Answers with files as they were sent.
    public static FileRoute files(Attachments attachments, SignedLinks links) {
        return new FileRoute(attachments, links, FileKey::file);
    }

    /// Answers with small pictures of files.
    public static FileRoute thumbnails(Attachments attachments, SignedLinks links) {
        return new FileRoute(attachments, links, FileKey::thumbnail);
    }

    @Override
    public Response handle(Request request) throws IOException {
        var key = permitted(request);
        var file = attachments.find(key.organization(), key.id()).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        try {
            var content = attachments.content(key).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
            return answer(file, key, content);
        } catch (StoreUnreachable silent) {
            throw new Refused(Reason.UNAVAILABLE, "The store of files does not answer. Try again later.");
        }
    }

    private FileKey permitted(Request request) {
        var id = request.pathId("id");
        var organization = Uuids.parse(parameter(request, "organization"));
        var expires = parameter(request, "expires");
        var signature = parameter(request, "signature");
        if (organization == null) {
            throw new Refused(Reason.LINK_INVALID);
        }
        var key = part.apply(organization, id);
        return switch (links.check(key, expires, signature)) {
            case FORGED -> throw new Refused(Reason.LINK_INVALID);
            case EXPIRED -> throw new Refused(Reason.LINK_EXPIRED);
            case VALID -> key;
        };
    }

    private static Response answer(StoredFile file, FileKey key, KeptFile content) {
        boolean small = key.part() == FileKey.Part.THUMBNAIL;
        var found = small ? file.thumbnailType() : file.mimeType();
        var type = ACTIVE.contains(found) ? UNKNOWN : found;
        return switch (content) {
            case KeptFile.OnDisk disk -> Response.file(disk.path(), file.name(), type, file.inline());
            case KeptFile.Elsewhere elsewhere ->
                Response.stream(
                        new StreamOf(elsewhere.source()::open, "\"" + elsewhere.tag() + "\"", 0, elsewhere.size()),
                        file.name(),
                        type,
                        file.inline());
        };
    }

    private static String parameter(Request request, String name) {
        return request.query(name).orElseThrow(() -> new Refused(Problem.field(name, "is missing")));
    }
}
