package io.chask.api;

import io.chask.attachment.Attachments;
import io.chask.attachment.SignedLinks;
import io.chask.attachment.StoredFile;
import io.chask.attachment.Upload;
import io.chask.attachment.UploadResult;
import io.chask.attachment.Uploader;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.AttachmentPolicy;
import io.chask.wire.Reason;
import io.chask.wire.WireAttachment;
import java.io.IOException;
import java.util.UUID;

/// Answers the routes that take a file.
public final class Uploads {

    private final Attachments attachments;
    private final SignedLinks links;

    public Uploads(Attachments attachments, SignedLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    /// Receives the form's file and keeps it for a later message.
    ///
    /// @throws Refused when it is not taken; nothing stays
    public Response receive(Request request, UUID organization, Uploader uploader, AttachmentPolicy policy)
            throws IOException {
        var effective = attachments.effective(policy);
        if (!effective.enabled()) {
            throw new Refused(Reason.ATTACHMENTS_DISABLED);
        }
        var received = request.upload(attachments.incoming(), effective.maxSize());
        var upload = new Upload(
                organization, uploader, received.name(), received.declaredType(), received.file(), received.size());
        return switch (attachments.store(upload, effective)) {
            case UploadResult.Stored(StoredFile file) -> Response.json(201, body(file));
            case UploadResult.Empty() -> throw new Refused(Reason.FILE_EMPTY, "The file has no bytes.");
            case UploadResult.TypeNotAllowed(String type) ->
                throw new Refused(Reason.FILE_TYPE_NOT_ALLOWED, "Files of type " + type + " are not taken.");
            case UploadResult.TypeMismatch(String declared, String found) ->
                throw new Refused(
                        Reason.FILE_TYPE_MISMATCH, "The file is said to be " + declared + " but is " + found + ".");
            case UploadResult.Infected() -> throw new Refused(Reason.FILE_INFECTED, "The file contains a virus.");
            case UploadResult.TooLargeToScan() ->
                throw new Refused(Reason.FILE_TOO_LARGE, "The virus scanner takes no file of this size.");
            case UploadResult.ScanUnavailable() -> throw new Refused(Reason.SCAN_UNAVAILABLE, "Try again later.");
            case UploadResult.QuotaReached(long quota) ->
                throw new Refused(
                        Reason.STORAGE_QUOTA_REACHED,
                        "The organization may keep " + quota + " bytes of files and has no room for this one. An"
                                + " administrator can raise the limit.");
            case UploadResult.StorageFull() -> throw new Refused(Reason.STORAGE_FULL);
            case UploadResult.StorageUnavailable() -> throw new Refused(Reason.UNAVAILABLE, "Try again later.");
        };
    }

    private WireAttachment body(StoredFile file) {
        return new WireAttachment(
                file.id(),
                file.name(),
                file.mimeType(),
                file.size(),
                links.link(file.organization(), file.id()),
                file.thumbnail() ? links.thumbnailLink(file.organization(), file.id()) : null,
                file.inline(),
                file.width(),
                file.height());
    }
}
