package io.chask.storage;

import io.chask.config.S3Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files in a bucket of a store that speaks S3: `<organization>/<id>`. The bucket stays private: browsers get the bytes
/// from the server. A store shows an object when all of it has come, so there is never half a file under a name.
public final class S3Storage implements FileStorage, AutoCloseable {

    private static final String EMPTY_HASH =
            HexFormat.of().formatHex(Signature.sha256().digest());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int LONGEST_ERROR = 10_000;
    private static final Pattern ERROR_CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");
    /// What stores answer when there is no room.
    private static final Pattern FULL =
            Pattern.compile("QuotaExceeded|StorageFull|InsufficientStorage", Pattern.CASE_INSENSITIVE);

    private final S3Config config;
    private final Incoming incoming;
    private final Signature signature;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /// A storage in this bucket.
    ///
    /// @param folder to receive files in, on the server's own disk; what a crash left there is removed
    public S3Storage(S3Config config, Path folder, Clock clock) throws IOException {
        this.config = config;
        this.incoming = new Incoming(folder);
        this.signature = new Signature(config.region(), config.accessKey(), config.secretKey());
        this.clock = clock;
        incoming.discard();
    }

    @Override
    public Path incoming() throws IOException {
        return incoming.folder();
    }

    @Override
    public void keep(Path received, FileKey key) throws IOException {
        var call = new Call("PUT", key, Map.of(), hash(received));
        var answer = send(call, BodyPublishers.ofFile(received), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw failure(call, answer.statusCode(), body);
            }
        }
        Files.deleteIfExists(received);
    }

    @Override
    public Optional<KeptFile> find(FileKey key) throws IOException {
        var call = new Call("HEAD", key, Map.of(), EMPTY_HASH);
        var answer = send(call, BodyPublishers.noBody(), BodyHandlers.discarding());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new StoreUnreachable(call + " was answered " + answer.statusCode());
        }
        long size = answer.headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow(() -> new StoreUnreachable(call + " was answered without a length"));
        var tag = answer.headers().firstValue("ETag").orElse("").replaceAll("[^0-9A-Za-z-]", "");
        return Optional.of(new KeptFile.Elsewhere(size, tag, (offset, length) -> open(key, offset, length)));
    }

    private InputStream open(FileKey key, long offset, long length) throws IOException {
        var range = "bytes=" + offset + "-" + (offset + length - 1);
        var call = new Call("GET", key, Map.of("Range", range), EMPTY_HASH);
        var answer = send(call, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 206 && !(answer.statusCode() == 200 && offset == 0)) {
            try (var body = answer.body()) {
                throw failure(call, answer.statusCode(), body);
            }
        }
        return answer.body();
    }

    @Override
    public void delete(FileKey key) throws IOException {
        var call = new Call("DELETE", key, Map.of(), EMPTY_HASH);
        var answer = send(call, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
                throw failure(call, answer.statusCode(), body);
            }
        }
    }

    /// Every call may be repeated without harm; one repeat bridges a connection that the store has closed meanwhile.
    private <T> HttpResponse<T> send(Call call, BodyPublisher body, BodyHandler<T> handler) throws IOException {
        try {
            var answer = once(call, body, handler);
            if (answer.statusCode() < 500) {
                return answer;
            }
            release(answer.body());
            return once(call, body, handler);
        } catch (IOException _) {
            return lastTry(call, body, handler);
        }
    }

    /// An answer that nobody reads would keep its connection.
    private static void release(@Nullable Object body) throws IOException {
        if (body instanceof InputStream unread) {
            unread.close();
        }
    }

    private <T> HttpResponse<T> lastTry(Call call, BodyPublisher body, BodyHandler<T> handler) throws StoreUnreachable {
        try {
            return once(call, body, handler);
        } catch (IOException silent) {
            throw new StoreUnreachable(call.toString(), silent);
        }
    }

    private <T> HttpResponse<T> once(Call call, BodyPublisher body, BodyHandler<T> handler) throws IOException {
        var uri = uri(call.key());
        var target = new Signature.Target(call.method(), uri, call.headers(), call.contentHash());
        var request = HttpRequest.newBuilder(uri).timeout(ANSWER).method(call.method(), body);
        signature.headers(target, clock.instant()).forEach(request::header);
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StoreUnreachable(call.toString(), stopping);
        }
    }

    private URI uri(FileKey key) {
        var place = "/" + key.organization() + "/" + key.leaf();
        var endpoint = config.endpoint();
        var base = endpoint.getScheme() + "://";
        var folder = endpoint.getRawPath().replaceAll("/+$", "");
        return config.pathStyle()
                ? URI.create(base + endpoint.getRawAuthority() + folder + "/" + config.bucket() + place)
                : URI.create(base + config.bucket() + "." + endpoint.getRawAuthority() + folder + place);
    }

    private static String hash(Path file) throws IOException {
        var digest = Signature.sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static IOException failure(Call call, int status, InputStream body) throws IOException {
        var code = ERROR_CODE.matcher(new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8));
        var says = call + " was answered " + status + (code.find() ? " " + code.group(1) : "");
        return status == 507 || FULL.matcher(says).find() ? new IOException(says) : new StoreUnreachable(says);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Call(String method, FileKey key, Map<String, String> headers, String contentHash) {
        @Override
        public String toString() {
            return method + " " + key.organization() + "/" + key.leaf();
        }
    }
}
