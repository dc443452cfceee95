import module java.base;
import module java.net.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visitor, written from PROTOCOL.md alone; Jackson is its only library. Sends the lines of standard input, prints what
 * others write, and ends at the end of input once every line is settled and as many answers as the fifth word says have
 * come: with 0, with 1 if a line was refused for good, with 2 if it is not let in.
 *
 * <p>{@code java -cp 'server/target/lib/*' wire/examples/ChaskClient.java URL ORIGIN ORGANIZATION API_KEY [ANSWERS]}
 */
final class ChaskClient implements WebSocket.Listener {
    final JsonMapper json = JsonMapper.shared();
    final HttpClient http = HttpClient.newHttpClient();
    final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(); // all state is changed on one thread
    final String conversation = UUID.randomUUID().toString();
    final Map<String, String> outbox = new LinkedHashMap<>(); // id → content, in the order of writing
    final TreeMap<Long, JsonNode> aside = new TreeMap<>(); // §5: what stands beyond a hole
    final Map<String, Object> identity = new HashMap<>();
    final StringBuilder partial = new StringBuilder();
    String url, origin;
    JsonNode session; WebSocket socket;
    long cursor, printed; // §5: 1…cursor are held; after a reload nothing is printed twice
    long heard, wrote, welcomed, retryAt, holeSince, window, closeCode, failed, answers; // the first six in milliseconds
    boolean ended, renewed;

    void main(String[] words) throws Exception {
        url = words[0]; origin = words[1];
        answers = words.length > 4 ? Integer.parseInt(words[4]) : 0;
        identity.putAll(Map.of("organizationId", words[2], "apiKey", words[3], "request", UUID.randomUUID()));
        Thread.ofPlatform().daemon().start(this::readInput);
        for (int n = 0; !done(); n++) { // §8
            if (signIn()) stream();
            n = welcomed > 0 && now() - welcomed > 10_000 ? 0 : n;
            if (Set.of(4000L, 4001L, 4003L, 4005L, 4006L).contains(closeCode)) stop("closed with " + closeCode);
            if (closeCode == 4004 || closeCode == 4010) renew(); // any other end says nothing about the messages: resume
            long most = window >= 0 ? window : Math.min(20_000, 500L << Math.min(n, 6));
            Thread.sleep(done() ? 0 : (window >= 0 ? 0 : 500) + ThreadLocalRandom.current().nextLong(most + 1));
        }
        System.exit(failed > 0 ? 1 : 0);
    }
    long now() { return System.nanoTime() / 1_000_000; }
    boolean done() { return ended && outbox.isEmpty() && answers <= 0; }
    void stop(String why) { System.err.println(why); System.exit(2); }
    void readInput() {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
        lines.forEach(line -> work.add(() -> { if (outbox.put(UUID.randomUUID().toString(), line) == null && outbox.size() == 1) sendFirst(); }));
        work.add(() -> ended = true);
    }

    boolean signIn() { // §2: the same `request` gives the same visitor, so a lost answer is asked for again
        window = (welcomed = closeCode = 0) - 1;
        if (session == null) session = ask("/v1/widget/session", json.writeValueAsString(identity));
        return session != null;
    }
    void renew() {
        if (renewed) stop("closed with " + closeCode);
        identity.putAll(Map.of("visitorToken", session.get("visitorToken").asString(), "request", UUID.randomUUID()));
        session = null; renewed = true; // until the next welcome
    }
    JsonNode ask(String path, String body) { // null: not now
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Origin", origin).timeout(Duration.ofSeconds(35));
        if (session != null) request.header("Authorization", "Bearer " + session.get("visitorToken").asString());
        if (body != null) request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).exceptionally(lost -> null).join();
        if (answer == null || answer.statusCode() == 429 || answer.statusCode() >= 500) return null;
        if (answer.statusCode() >= 300) stop(answer.body());
        return json.readTree(answer.body());
    }

    void stream() throws InterruptedException { // one connection, until it is lost or all is done
        partial.setLength(0); heard = now();
        var builder = http.newWebSocketBuilder().header("Origin", origin).subprotocols("chask.v1").connectTimeout(Duration.ofSeconds(10));
        var address = URI.create(url.replaceFirst("^http", "ws") + "/v1/stream");
        socket = builder.buildAsync(address, this).exceptionally(refused -> null).join();
        if (socket == null) return;
        var resume = Map.of("epoch", session.get("epoch").asString(), "cursors", Map.of(conversation, cursor));
        write(Map.of("type", "hello", "v", 1, "token", session.get("visitorToken").asString(), "client", "example/1", "resume", resume));
        while (!done() && closeCode == 0 && now() - heard < 35_000) {
            Objects.requireNonNullElse(work.poll(200, TimeUnit.MILLISECONDS), (Runnable) this::tick).run();
        }
        socket.abort();
    }
    void tick() {
        if (now() - wrote > 25_000) write(Map.of("type", "ping"));
        if (retryAt > 0 && now() > retryAt) sendFirst(); // §6, 5
        if (aside.isEmpty() || now() - holeSince < 2_000) return;
        write(Map.of("type", "catchup", "conversation", conversation, "after", cursor)); holeSince = now();
    }
    void handle(JsonNode frame) { // §4
        heard = now();
        switch (frame.get("type").asString()) {
            case "welcome" -> { welcomed = now(); renewed = false; read(); sendFirst(); } // a mark may have been lost, too
            case "sent" -> settle(frame);
            case "message" -> take(frame.get("message"));
            case "sync" -> { frame.get("messages").forEach(this::take); if (!frame.get("recovered").asBoolean()) reload(); }
            case "error" -> refused(frame);
            case "drain" -> window = frame.get("windowMs").asLong();
            case "ping" -> write(Map.of("type", "pong"));
            default -> {} // §3: what is unknown is ignored
        }
    }
    void refused(JsonNode error) { // §6
        String id = error.path("ref").asString("");
        if (!outbox.containsKey(id)) return;
        if (error.get("retryable").asBoolean()) { retryAt = now() + error.path("retryAfterMs").asLong(1_000); return; }
        System.err.println("refused: " + error.get("reason").asString() + ": " + outbox.remove(id));
        failed++; sendFirst();
    }
    void reload() { // §5: what is held is dropped, and read again by REST
        aside.clear(); cursor = 0;
        for (long before = -1; cursor > before && closeCode == 0; ) {
            before = cursor;
            var page = ask("/v1/widget/conversations/" + conversation + "/messages?limit=100&after=" + cursor, null);
            if (page == null) closeCode = 1006; else page.get("messages").forEach(this::take); // a failure: the next resume says the same
        }
    }
    void take(JsonNode message) { hold(message); settle(message); }
    void hold(JsonNode message) { // §5: once, in order, without a hole
        long sequence = message.get("sequence").asLong();
        if (aside.isEmpty()) holeSince = now();
        if (sequence > cursor) aside.put(sequence, message);
        if (!aside.containsKey(cursor + 1)) return;
        for (var next = aside.remove(cursor + 1); next != null; next = aside.remove(cursor + 1)) {
            if (++cursor > printed && !next.has("edits") && !next.has("deletes") && !next.path("sender").asString("user").equals("user")) { // §4.2.1
                IO.println(next.get("sender").asString() + ": " + next.get("content").asString());
                answers--;
            }
            printed = Math.max(printed, cursor);
        }
        read();
    }
    void settle(JsonNode known) { // §6: an own id seen anywhere is committed; `sent` has what matters of the message
        if (outbox.remove(known.get("id").asString()) != null) { hold(known); sendFirst(); }
    }
    void sendFirst() { // §6: one in flight
        retryAt = 0;
        outbox.entrySet().stream().findFirst().filter(line -> welcomed > 0).ifPresent(line -> write(Map.of(
                "type", "send", "id", line.getKey(), "conversation", conversation, "content", line.getValue(), "attachments", List.of())));
    }
    void read() { if (cursor > 0) write(Map.of("type", "read", "conversation", conversation, "sequence", cursor)); }
    void write(Map<String, ?> frame) {
        wrote = now();
        socket.sendText(json.writeValueAsString(frame), true).exceptionally(lost -> null).join();
    }

    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        from.request(1);
        if (!last) return null;
        JsonNode frame = json.readTree(partial.toString());
        partial.setLength(0);
        return later(from, () -> handle(frame));
    }
    public CompletionStage<?> onClose(WebSocket from, int code, String why) { return later(from, () -> closeCode = code); }
    public void onError(WebSocket from, Throwable failure) { later(from, () -> closeCode = 1006); }
    CompletionStage<?> later(WebSocket from, Runnable what) { // nothing of a connection that was given up
        work.add(() -> { if (from == socket) what.run(); });
        return null;
    }
}
