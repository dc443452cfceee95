package io.chask.attachment;

import io.chask.attachment.UploadResult.TypeMismatch;
import io.chask.attachment.UploadResult.TypeNotAllowed;
import io.chask.organization.AttachmentPolicy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What a file is said to be and what it is.
///
/// @param declared by the uploader's words or, without such, by the name's ending
/// @param found by its bytes
record Kind(String name, String declared, String found) {

    static Kind of(Upload upload, Sniffer sniffer) throws IOException {
        var name = FileName.clean(upload.name());
        try (var content = FileChannel.open(upload.file(), StandardOpenOption.READ)) {
            var found = sniffer.typeOf(content, name);
            return new Kind(name, sniffer.declaredType(upload.declaredType(), name), found);
        }
    }

    /// Why an organization does not take it, if it does not.
    Optional<UploadResult> refusal(AttachmentPolicy policy) {
        if (!FileTypes.accepted(policy, found)) {
            boolean lying = FileTypes.accepted(policy, declared) && !honest();
            return Optional.of(lying ? new TypeMismatch(declared, found) : new TypeNotAllowed(found));
        }
        if (!declared.equals(Sniffer.UNKNOWN) && !FileTypes.accepted(policy, declared)) {
            return Optional.of(new TypeNotAllowed(declared));
        }
        return Optional.empty();
    }

    /// Whether a page may show it. An image only when its size is known and no burden: a few bytes can claim billions
    /// of
    /// pixels.
    boolean inline(Optional<ImageSize> pixels) {
        boolean bearable = !found.startsWith("image/")
                || pixels.filter(ImageSize::bearable).isPresent();
        return FileTypes.showable(found) && honest() && bearable;
    }

    private boolean honest() {
        return declared.equals(found);
    }
}
