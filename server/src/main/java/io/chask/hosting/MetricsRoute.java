package io.chask.hosting;

import io.chask.edge.Handler;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `GET /metrics`: for this machine, or whoever has the token.
public final class MetricsRoute implements Handler {

    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final @Nullable String token;
    private final Supplier<String> figures;

    /// A route for these figures.
    ///
    /// @param token for other machines; null: none may ask
    public MetricsRoute(@Nullable String token, Supplier<String> figures) {
        this.token = token;
        this.figures = figures;
    }

    @Override
    public Response handle(Request request) {
        if (!mayAsk(request)) {
            throw new Refused(Reason.ACCESS_DENIED, "Ask from this machine, or with the configured token.");
        }
        return Response.text(200, MEDIA_TYPE, figures.get()).with("Cache-Control", "no-store");
    }

    private boolean mayAsk(Request request) {
        var given = request.bearerToken();
        if (given.isPresent()) {
            return token != null && MessageDigest.isEqual(bytes(token), bytes(given.get()));
        }
        // Behind a proxy on this machine that nobody told us to trust, everybody looks local.
        boolean forwarded = request.header("X-Forwarded-For").isPresent()
                || request.header("Forwarded").isPresent();
        return request.remoteAddress().isLoopbackAddress() && !forwarded;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
