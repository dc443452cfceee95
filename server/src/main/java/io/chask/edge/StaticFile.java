package io.chask.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A file of the class path in the forms it may be sent in.
final class StaticFile {
    private static final int WORTH_COMPRESSING = 512;

    private final String mediaType;
    private final String tag;
    private final byte[] plain;
    private final byte @Nullable [] gzip;
    private final byte @Nullable [] brotli;

    private StaticFile(String name, byte[] plain) {
        this.mediaType = MediaTypes.of(name);
        this.tag = digest(plain);
        this.plain = plain;
        this.brotli = read(name + ".br").orElse(null);
        this.gzip = read(name + ".gz").or(() -> compressed(plain)).orElse(null);
    }

    static Optional<StaticFile> load(String name) {
        return read(name).map(bytes -> new StaticFile(name, bytes));
    }

    private Optional<byte[]> compressed(byte[] bytes) {
        if (bytes.length < WORTH_COMPRESSING || !MediaTypes.compressible(mediaType)) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        try (var gzipped = new GZIPOutputStream(out)) {
            gzipped.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("compressing in memory", impossible);
        }
        return Optional.of(out.toByteArray());
    }

    /// The form the client likes best. Each form has a tag of its own (RFC 9110 §8.8.3.3).
    Response response(Request request, int status, String cacheControl) {
        var accepted = request.header("Accept-Encoding").orElse("");
        byte[] bytes = plain;
        var encoding = "";
        if (brotli != null && Encodings.accepts(accepted, "br")) {
            bytes = brotli;
            encoding = "br";
        } else if (gzip != null && Encodings.accepts(accepted, "gzip")) {
            bytes = gzip;
            encoding = "gzip";
        }
        var ownTag = "\"" + tag + (encoding.isEmpty() ? "" : "-" + encoding) + "\"";
        boolean known = status == 200
                && request.header("If-None-Match")
                        .filter(header -> Ranges.matches(header, ownTag))
                        .isPresent();
        var response = known ? Response.empty(304) : Response.bytes(status, mediaType, bytes);
        if (!encoding.isEmpty() && !known) {
            response = response.with("Content-Encoding", encoding);
        }
        return response.with("ETag", ownTag).with("Cache-Control", cacheControl).with("Vary", "Accept-Encoding");
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Optional<byte[]> read(String name) {
        var url = StaticFile.class.getClassLoader().getResource(name);
        if (url == null) {
            return Optional.empty();
        }
        try {
            if (!isFile(url)) {
                return Optional.empty();
            }
            try (var in = url.openStream()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("reading " + name + " from the class path", failure);
        }
    }

    /// The class path finds folders too, whose content would be a list of names.
    private static boolean isFile(URL url) throws IOException, URISyntaxException {
        if (url.getProtocol().equals("file")) {
            return Files.isRegularFile(Path.of(url.toURI()));
        }
        return !(url.openConnection() instanceof JarURLConnection jar)
                || !jar.getJarEntry().isDirectory();
    }
}
