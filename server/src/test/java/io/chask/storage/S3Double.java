package io.chask.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A store that speaks the part of S3 that is used: one bucket, addressed by path. It works out each signature by
/// itself
/// from what has come over the wire and refuses what is not rightly signed, and it can be told to fail.
public final class S3Double implements AutoCloseable {

    public static final String ACCESS_KEY = "AKIDEXAMPLE";
    public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public static final String REGION = "sa-east-1";
    public static final String BUCKET = "chask-files";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    /// A failure to answer with, before anything is looked at.
    ///
    /// @param status 0: the connection is cut
    public record Failure(String method, int status, String code) {}

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    public S3Double() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Keys and contents of what is kept.
    public Map<String, byte[]> objects() {
        return objects;
    }

    /// Methods and paths of all requests, refused ones too.
    public List<String> requests() {
        return requests;
    }

    /// Fails from now on; null: works again.
    public void fail(@Nullable Failure next) {
        failure.set(next);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
            byte[] body = exchange.getRequestBody().readAllBytes();
            var wanted = failure.get();
            if (wanted != null && wanted.method().equals(exchange.getRequestMethod())) {
                if (wanted.status() != 0) {
                    error(exchange, wanted.status(), wanted.code());
                }
                return;
            }
            answer(exchange, body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        var problem = problem(exchange, body);
        if (!problem.isEmpty()) {
            error(exchange, 403, problem);
            return;
        }
        var path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith("/" + BUCKET + "/")) {
            error(exchange, 404, "NoSuchBucket");
            return;
        }
        var key = path.substring(BUCKET.length() + 2);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> read(exchange, objects.get(key));
        }
    }

    private static void read(HttpExchange exchange, byte @Nullable [] content) throws IOException {
        if (content == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"" + sha256(content).substring(0, 32) + "\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        var range = Pattern.compile("bytes=(\\d+)-(\\d+)")
                .matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (!range.matches()) {
            error(exchange, 400, "InvalidRange");
            return;
        }
        byte[] part = Arrays.copyOfRange(
                content,
                Integer.parseInt(range.group(1)),
                Math.min(content.length, 1 + Integer.parseInt(range.group(2))));
        exchange.sendResponseHeaders(206, part.length);
        exchange.getResponseBody().write(part);
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        var text = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /// What is wrong with a request's signature; empty when nothing is.
    private static String problem(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var given = headers.getFirst("Authorization");
        var parts = AUTHORIZATION.matcher(given == null ? "" : given);
        if (!parts.matches()) {
            return "AccessDenied";
        }
        if (!parts.group(1).equals(ACCESS_KEY) || !parts.group(3).equals(REGION)) {
            return "InvalidAccessKeyId";
        }
        if (!sha256(body).equals(headers.getFirst("x-amz-content-sha256"))) {
            return "XAmzContentSHA256Mismatch";
        }
        var covered = new TreeMap<String, String>();
        for (var name : parts.group(4).split(";", -1)) {
            covered.put(name, String.join(",", headers.getOrDefault(name, List.of())));
        }
        boolean enough = covered.keySet().containsAll(List.of("host", "x-amz-content-sha256", "x-amz-date"))
                && covered.containsKey("range") == headers.containsKey("Range");
        return enough && signature(exchange, covered, parts.group(2)).equals(parts.group(5))
                ? ""
                : "SignatureDoesNotMatch";
    }

    private static String signature(HttpExchange exchange, SortedMap<String, String> covered, String day) {
        var lines = new StringBuilder();
        lines.append(exchange.getRequestMethod()).append("\n");
        lines.append(exchange.getRequestURI().getRawPath()).append("\n");
        lines.append("\n");
        covered.forEach((name, value) -> lines.append(name + ":" + value.trim() + "\n"));
        lines.append("\n").append(String.join(";", covered.keySet())).append("\n");
        lines.append(covered.get("x-amz-content-sha256"));
        var scope = String.join("/", day, REGION, "s3", "aws4_request");
        var text = "AWS4-HMAC-SHA256\n" + covered.get("x-amz-date") + "\n" + scope + "\n"
                + sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
        byte[] dayKey = hmac(("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8), day);
        byte[] key = hmac(hmac(hmac(dayKey, REGION), "s3"), "aws4_request");
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
