package io.chask.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// Tells a file's type by its bytes. The name only refines what the bytes allow: text into CSV, an archive into a
/// document. The table of signatures is read at the first file, not at start.
final class Sniffer {

    /// The type of a file of which nothing is known.
    static final String UNKNOWN = "application/octet-stream";

    /// Names that programs use for registered types.
    private static final Map<String, String> ALIASES =
            Map.of("image/jpg", "image/jpeg", "image/pjpeg", "image/jpeg", "image/x-png", "image/png");

    /// The type the bytes show, without parameters, in lower case.
    String typeOf(SeekableByteChannel content, String name) throws IOException {
        try (var stream = TikaInputStream.get(new BufferedInputStream(Channels.newInputStream(content)))) {
            return canonical(Signatures.TYPES.detect(stream, named(name)));
        }
    }

    /// The type the uploader speaks of: his `Content-Type` if it says anything, else what the name's ending means.
    String declaredType(@Nullable String contentType, String name) {
        var declared = contentType == null ? null : MediaType.parse(contentType.toLowerCase(Locale.ROOT));
        if (declared != null && !canonical(declared).equals(UNKNOWN)) {
            return canonical(declared);
        }
        return canonical(typeOfName(name));
    }

    private static @Nullable MediaType typeOfName(String name) {
        try {
            return Signatures.TYPES.detect(null, named(name));
        } catch (IOException e) {
            throw new UncheckedIOException("a name alone is not read from anywhere", e);
        }
    }

    private static Metadata named(String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return metadata;
    }

    private static String canonical(@Nullable MediaType type) {
        if (type == null) {
            return UNKNOWN;
        }
        var name = Signatures.TYPES
                .getMediaTypeRegistry()
                .normalize(type.getBaseType())
                .toString();
        return ALIASES.getOrDefault(name, name);
    }

    private static final class Signatures {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
