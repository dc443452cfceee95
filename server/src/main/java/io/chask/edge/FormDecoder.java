package io.chask.edge;

import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.NettyFileUploadDataFactory;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Takes a `multipart/form-data` body apart as it comes. Vert.x would do the same, but whatever Netty's decoder
/// stumbles
/// over escapes there into the event loop, and the request waits for an end that nobody tells it. Here every method may
/// throw a `RuntimeException` for what is no form; then it is to be destroyed, and not to be used any more. On the
/// request's event loop only.
final class FormDecoder {

    private static final int MOST_FIELDS = 256;
    private static final int LONGEST_FIELD = 8_192;
    /// Bytes of a part's head.
    private static final int LONGEST_HEAD = 8_192;

    private final HttpPostMultipartRequestDecoder decoder;
    private boolean destroyed;

    /// @param part gets each part that is a file when its head has been read, before its content
    FormDecoder(HttpServerRequest request, Context context, Handler<HttpServerFileUpload> part) {
        var files = new NettyFileUploadDataFactory((ContextInternal) context, request, () -> part);
        files.setMaxLimit(LONGEST_FIELD);
        var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, request.getHeader(HttpHeaderNames.CONTENT_TYPE));
        decoder = new HttpPostMultipartRequestDecoder(files, head, StandardCharsets.UTF_8, MOST_FIELDS, LONGEST_HEAD);
    }

    void take(Buffer buffer) {
        decoder.offer(new DefaultHttpContent(((BufferInternal) buffer).getByteBuf()));
    }

    /// The body has ended; gives the parts that are no files, of several with one name the first.
    Map<String, String> end() {
        decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
        Map<String, String> fields = new HashMap<>();
        try {
            while (decoder.hasNext()) {
                if (decoder.next() instanceof Attribute field) {
                    fields.putIfAbsent(field.getName(), field.getValue());
                }
            }
        } catch (EndOfDataDecoderException _) {
            // Not one part more.
        } catch (IOException e) {
            throw new UncheckedIOException("fields are kept in memory", e);
        }
        destroy();
        return fields;
    }

    /// A second time does nothing.
    void destroy() {
        if (!destroyed) {
            destroyed = true;
            decoder.destroy();
        }
    }
}
