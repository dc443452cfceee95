package io.chask.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes an answer on the request's event loop, and reads away what the handler left of the body.
final class ResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);
    private static final int PIECE = 32_768;
    /// Bytes of an unread body that are taken and dropped, so that the client gets to read the answer.
    private static final long PATIENCE = 64L << 20;

    private final HttpServerRequest request;
    private final Context context;

    ResponseWriter(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    void write(Response response) {
        if (response.body() instanceof Response.Body.UnderWay) {
            return;
        }
        if (response.body() instanceof Response.Body.StreamOf part
                && !request.method().name().equals("HEAD")) {
            copy(response, part);
            return;
        }
        context.runOnContext(_ -> {
            var out = request.response();
            if (out.closed() || out.ended()) {
                return;
            }
            begin(out, response);
            send(out, response);
            discard();
        });
    }

    private static void begin(HttpServerResponse out, Response response) {
        out.setStatusCode(response.status());
        response.headers().forEach(header -> out.headers().add(header.name(), header.value()));
    }

    /// Copies from the virtual thread of the request, a piece when the one before is on its way. What fails in the
    /// middle
    /// ends the connection, so that no client takes a part for the whole.
    private void copy(Response response, Response.Body.StreamOf part) {
        boolean sent = false;
        try (var content = part.source().open(part.offset(), part.length())) {
            await(out -> {
                begin(out, response);
                return out.putHeader("Content-Length", Long.toString(part.length()))
                        .writeHead();
            });
            var piece = new byte[PIECE];
            for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
                var bytes = Buffer.buffer(Arrays.copyOf(piece, count));
                await(out -> out.write(bytes));
            }
            await(HttpServerResponse::end);
            sent = true;
        } catch (IOException | ClientGone cut) {
            LOG.debug("sending a stored file", cut);
        } finally {
            if (!sent) {
                context.runOnContext(_ -> request.connection().close());
            }
        }
    }

    private void await(Function<HttpServerResponse, Future<Void>> step) {
        var done = new CompletableFuture<Boolean>();
        context.runOnContext(_ -> step.apply(request.response())
                .onSuccess(_ -> done.complete(true))
                .onFailure(done::completeExceptionally));
        Waiting.on(done);
    }

    private void send(HttpServerResponse out, Response response) {
        boolean head = request.method().name().equals("HEAD");
        switch (response.body()) {
            case Response.Body.Empty() -> out.end();
            case Response.Body.UnderWay() -> {
                // Not ours to write.
            }
            case Response.Body.Bytes(var bytes) -> {
                out.putHeader("Content-Length", Integer.toString(bytes.length));
                if (head) {
                    out.end();
                } else {
                    out.end(Buffer.buffer(bytes));
                }
            }
            // Only its head; with a body it is copied.
            case Response.Body.StreamOf part ->
                out.putHeader("Content-Length", Long.toString(part.length())).end();
            case Response.Body.FileOf part -> {
                out.putHeader("Content-Length", Long.toString(part.length()));
                if (head) {
                    out.end();
                } else {
                    out.sendFile(part.file().toString(), part.offset(), part.length())
                            .onFailure(_ -> request.connection().close());
                }
            }
        }
    }

    private void discard() {
        if (request.isEnded()) {
            return;
        }
        var left = new Object() {
            long bytes = PATIENCE;
        };
        request.handler(chunk -> {
            left.bytes -= chunk.length();
            if (left.bytes < 0) {
                request.connection().close();
            }
        });
        request.exceptionHandler(_ -> {});
        request.endHandler(_ -> {});
        request.resume();
    }
}
