package io.chask.edge;

import io.chask.wire.Reason;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The body of a paused request, read by the virtual thread that asks for it.
final class RequestBody {
    private final HttpServerRequest request;
    private final Context context;
    private final int maxJsonBytes;
    private byte @Nullable [] json;

    RequestBody(HttpServerRequest request, Context context, int maxJsonBytes) {
        this.request = request;
        this.context = context;
        this.maxJsonBytes = maxJsonBytes;
    }

    Context context() {
        return context;
    }

    HttpServerResponse rawResponse() {
        return request.response();
    }

    byte[] json() {
        return json(maxJsonBytes);
    }

    byte[] json(int limit) {
        if (json == null) {
            requireMediaType("application/json");
            requireLength(limit, Reason.PAYLOAD_TOO_LARGE);
            json = Waiting.on(collect(limit));
        }
        return json;
    }

    Upload upload(Path folder, long limit) {
        requireMediaType("multipart/form-data");
        // The form's own lines and fields come on top of the file.
        requireLength(limit + 65_536, Reason.FILE_TOO_LARGE);
        return new FormReader(request, context).read(folder, limit);
    }

    InputStream stream() {
        var input = new StreamInput(request, context);
        context.runOnContext(_ -> input.attach());
        return input;
    }

    private void requireMediaType(String wanted) {
        var declared = request.getHeader("Content-Type");
        if (declared == null || !mediaType(declared).equals(wanted)) {
            throw new Refused(Reason.UNSUPPORTED_MEDIA_TYPE, "The body must be sent as " + wanted + ".");
        }
    }

    /// The media type without parameters, in lower case.
    static String mediaType(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private void requireLength(long limit, Reason reason) {
        var declared = request.getHeader("Content-Length");
        if (declared != null && declared.length() < 19 && Long.parseLong(declared) > limit) {
            throw new Refused(reason, "The body has " + declared + " bytes; the limit is " + limit + ".");
        }
    }

    private CompletableFuture<byte[]> collect(int limit) {
        var done = new CompletableFuture<byte[]>();
        context.runOnContext(_ -> {
            var bytes = Buffer.buffer();
            request.exceptionHandler(done::completeExceptionally);
            request.handler(chunk -> {
                if (bytes.length() + chunk.length() <= limit) {
                    bytes.appendBuffer(chunk);
                } else {
                    done.completeExceptionally(
                            new Refused(Reason.PAYLOAD_TOO_LARGE, "The body has more than " + limit + " bytes."));
                }
            });
            request.endHandler(_ -> done.complete(bytes.getBytes()));
            request.resume();
        });
        return done;
    }
}
