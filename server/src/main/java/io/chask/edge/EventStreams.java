package io.chask.edge;

import io.chask.wire.ClientFrame;
import io.chask.wire.Decoded;
import io.chask.wire.FrameDecoder;
import io.chask.wire.Limits;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The stream without WebSocket (wire/PROTOCOL.md §9): the answer of one request carries the server's frames, further
/// requests the client's. The same rules hold, because the same [StreamConnection] applies them.
final class EventStreams {
    private static final String NAME = "Chask-Stream";
    private static final int MOST_FRAMES = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StreamHub hub;
    private final Map<UUID, EventStreamTransport> open = new ConcurrentHashMap<>();

    EventStreams(StreamHub hub) {
        this.hub = hub;
    }

    void addTo(Routes routes) {
        routes.group(RoutePolicy.crossOriginApi())
                .post(StreamUpgrade.PATH + "/sse", this::begin)
                .post(StreamUpgrade.PATH + "/frames", this::take);
    }

    private void checkOrigin(Request request) {
        hub.endpoint().refuse(request).ifPresent(problem -> {
            throw new Refused(problem);
        });
        request.allowOrigin();
    }

    private Response begin(Request request) {
        if (hub.draining()) {
            throw new Refused(Problem.of(Reason.DRAINING).after(PAUSE));
        }
        checkOrigin(request);
        var hello = hello(request.jsonBytes());
        switch (hub.admit(request.remoteAddress())) {
            case LIMITED -> throw new Refused(Problem.of(Reason.RATE_LIMITED).after(PAUSE));
            case OVERLOADED -> throw new Refused(Problem.of(Reason.OVERLOADED).after(PAUSE));
            case ADMITTED -> {
                // It begins.
            }
        }
        var transport = new EventStreamTransport(request, hub, open);
        var connection = transport.connection();
        return switch (connection.openHere(hello)) {
            case StreamEndpoint.Opening.Accepted _ -> transport.response();
            case StreamEndpoint.Opening.Refused refused -> Response.problem(Problem.of(refused.reason()));
        };
    }

    private static ClientFrame.Hello hello(byte[] body) {
        return switch (FrameDecoder.decode(body)) {
            case Decoded.Frame(ClientFrame.Hello hello) -> hello;
            case Decoded.Close close -> throw new Refused(Reason.INVALID_FIELD, close.message());
            default -> throw new Refused(Problem.field("type", "must be hello"));
        };
    }

    private Response take(Request request) {
        checkOrigin(request);
        var id = Uuids.parse(request.header(NAME).orElse(""));
        var transport = id == null ? null : open.get(id);
        if (transport == null) {
            throw new Refused(Reason.NOT_FOUND, "No such stream is open here.");
        }
        var frames = frames(request);
        if (!transport.take(frames)) {
            throw new Refused(Problem.of(Reason.BUSY).after(PAUSE));
        }
        return Response.empty(202);
    }

    /// Each frame as if it had come alone. One larger than a frame may be goes on: it closes the stream as it would a
    /// WebSocket.
    private static List<byte[]> frames(Request request) {
        var frames = Json.read(request.jsonBytes(2 * Limits.VERSION_1.frameBytes()), JsonNode.class)
                .path("frames");
        if (!frames.isArray() || frames.isEmpty() || frames.size() > MOST_FRAMES) {
            throw new Refused(Problem.field("frames", "must be a list of 1 to " + MOST_FRAMES + " frames"));
        }
        return frames.valueStream()
                .map(frame -> frame.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
