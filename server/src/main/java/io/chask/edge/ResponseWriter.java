package io.chask.edge;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// Writes an answer on the request's event loop, and reads away what the handler left of the body.
final class ResponseWriter {
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
        context.runOnContext(_ -> {
            var out = request.response();
            if (out.closed() || out.ended()) {
                return;
            }
            out.setStatusCode(response.status());
            response.headers().forEach(header -> out.headers().add(header.name(), header.value()));
            send(out, response);
            discard();
        });
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
