import java.io.*;
import java.net.URI;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visitor, written from PROTOCOL.md alone; Jackson is its only library. Sends the lines of standard input, prints what
 * others write, and ends at the end of input once every line is committed and as many answers as the fifth word says
 * have come. After a lost connection it resumes and sends again what is unanswered: nothing is lost or doubled.
 *
 * <p>{@code java -cp 'server/target/lib/*' wire/examples/ChaskClient.java URL ORIGIN ORGANIZATION API_KEY [ANSWERS]}
 */
public final class ChaskClient implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Runnable CLOSED = () -> {};

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(); // all state is changed on one thread
    private final String conversation = UUID.randomUUID().toString();
    private final Map<String, String> outbox = new LinkedHashMap<>(); // id → content, in the order of writing
    private final StringBuilder partial = new StringBuilder();
    private final URI url;
    private final String origin;
    private final JsonNode session;
    private WebSocket socket;
    private long cursor; // §5: 1…cursor are held
    private boolean ended;
    private int answers;

    private ChaskClient(String[] words) throws Exception { // §2
        url = URI.create(words[0]);
        origin = words[1];
        answers = words.length > 4 ? Integer.parseInt(words[4]) : 0;
        var body = Map.of("organizationId", words[2], "apiKey", words[3], "request", UUID.randomUUID());
        var request = HttpRequest.newBuilder(url.resolve("/v1/widget/session")).header("Origin", origin);
        request.header("Content-Type", "application/json");
        request.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        session = JSON.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    public static void main(String[] words) throws Exception {
        var client = new ChaskClient(words);
        Thread.ofPlatform().daemon().start(client::readInput);
        for (int attempt = 0; !client.done(); attempt++) { // §8
            attempt = client.stream() ? 0 : attempt;
            double ceiling = Math.min(20_000, 500 * Math.pow(2, attempt));
            Thread.sleep(client.done() ? 0 : 500 + (long) (Math.random() * ceiling));
        }
    }

    private void readInput() {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().forEach(line -> work.add(() -> {
            outbox.put(UUID.randomUUID().toString(), line);
            if (outbox.size() == 1) {
                sendFirst();
            }
        }));
        work.add(() -> ended = true);
    }

    private boolean done() {
        return ended && outbox.isEmpty() && answers <= 0;
    }

    /** One connection, until it is lost or all is done; true if it was welcomed. */
    private boolean stream() throws InterruptedException {
        var address = URI.create(url.toString().replaceFirst("^http", "ws")).resolve("/v1/stream");
        var builder = http.newWebSocketBuilder().header("Origin", origin).subprotocols("chask.v1");
        socket = builder.buildAsync(address, this).exceptionally(refused -> null).join();
        if (socket == null) return false;
        var resume = Map.of("epoch", session.get("epoch").asString(), "cursors", Map.of(conversation, cursor));
        String token = session.get("visitorToken").asString();
        write(Map.of("type", "hello", "v", 1, "token", token, "client", "example/1", "resume", resume));
        while (!done()) {
            Runnable next = work.poll(25, TimeUnit.SECONDS);
            if (next == CLOSED) return true;
            Objects.requireNonNullElse(next, () -> write(Map.of("type", "ping"))).run();
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return true;
    }

    private void handle(JsonNode frame) { // §4
        switch (frame.get("type").asString()) {
            case "welcome" -> sendFirst();
            case "sent" -> settle(frame.get("id").asString(), frame.get("sequence").asLong());
            case "message" -> take(frame.get("message"));
            case "sync" -> frame.get("messages").forEach(this::take);
            case "error" -> System.err.println("refused: " + frame.get("reason").asString());
            default -> {} // §3: what is unknown is ignored
        }
    }

    private void take(JsonNode message) { // §5: once, in order, without a hole
        long sequence = message.get("sequence").asLong();
        if (sequence == cursor + 1 && !message.get("sender").asString().equals("user")) {
            System.out.println(message.get("sender").asString() + ": " + message.get("content").asString());
            answers--;
        }
        settle(message.get("id").asString(), sequence);
    }

    private void settle(String id, long sequence) { // §6: an own id seen anywhere is committed
        if (sequence > cursor + 1) {
            write(Map.of("type", "catchup", "conversation", conversation, "after", cursor));
        }
        cursor = sequence == cursor + 1 ? sequence : cursor;
        write(Map.of("type", "read", "conversation", conversation, "sequence", cursor));
        if (outbox.remove(id) != null) {
            sendFirst();
        }
    }

    private void sendFirst() { // §6: one in flight
        outbox.entrySet().stream().findFirst().ifPresent(line -> write(Map.of("type", "send", "id", line.getKey(),
                "conversation", conversation, "content", line.getValue(), "attachments", List.of())));
    }

    private void write(Map<String, ?> frame) {
        socket.sendText(JSON.writeValueAsString(frame), true).exceptionally(lost -> null).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = JSON.readTree(partial.toString());
            partial.setLength(0);
            work.add(() -> handle(frame));
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        work.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        work.add(CLOSED);
    }
}
