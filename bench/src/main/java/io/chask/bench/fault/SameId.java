package io.chask.bench.fault;

import io.chask.bench.client.WireSocket;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// F15: each id is sent a hundred times in parallel, over all connections of one visitor: one row, and the same answer
/// to all. The first id of a conversation opens it.
final class SameId {

    /// Visitors who do it at once, so that a batch of the server's holds several ids.
    private static final int VISITORS = 8;
    private static final int CONNECTIONS = 20;
    private static final int TIMES_A_CONNECTION = 5;
    private static final int IDS_A_CONVERSATION = 10;
    private static final int PATIENCE_MILLIS = 30_000;

    /// A message that is sent many times.
    private record Twin(UUID id, UUID conversation) {

        String frame() {
            return "{\"type\":\"send\",\"id\":\"%s\",\"conversation\":\"%s\",\"content\":\"once\",\"attachments\":[]}"
                    .formatted(id, conversation);
        }
    }

    private final Target target;
    private final Tenant tenant;
    private final InetSocketAddress address;

    /// One visitor's connections, which send the same at the same time.
    private record Party(String token, List<Twin> twins, CyclicBarrier together) {}

    SameId(Target target, Tenant tenant, InetSocketAddress address) {
        this.target = target;
        this.tenant = tenant;
        this.address = address;
    }

    Verdict run(int ids, RandomGenerator random) throws InterruptedException {
        long start = System.nanoTime();
        var twins = twins(ids, random);
        var answers = new TreeMap<UUID, List<JsonNode>>();
        var violations = new ArrayList<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<JsonNode>>>();
            for (var party : parties(twins)) {
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    running.add(workers.submit(() -> answers(party)));
                }
            }
            for (var one : running) {
                one.get()
                        .forEach(answer -> answers.computeIfAbsent(id(answer), _ -> new ArrayList<>())
                                .add(answer));
            }
        } catch (ExecutionException e) {
            violations.add("F15: a connection failed: " + e.getCause());
        }
        judge(twins, answers, violations);
        int times = CONNECTIONS * TIMES_A_CONNECTION;
        String extent = "%d ids, each sent %d x in parallel".formatted(ids, times);
        return Verdict.of("F15", extent, (long) ids * times, violations, start);
    }

    /// Each conversation is one visitor's.
    private List<Party> parties(List<Twin> twins) {
        var conversations = twins.stream().map(Twin::conversation).distinct().toList();
        return IntStream.range(0, VISITORS)
                .mapToObj(number -> twins.stream()
                        .filter(twin -> conversations.indexOf(twin.conversation()) % VISITORS == number)
                        .toList())
                .filter(theirs -> !theirs.isEmpty())
                .map(theirs -> new Party(target.visitor(tenant).token(), theirs, new CyclicBarrier(CONNECTIONS)))
                .toList();
    }

    private static List<Twin> twins(int ids, RandomGenerator random) {
        var twins = new ArrayList<Twin>();
        UUID conversation = id(random);
        for (int number = 0; number < ids; number++) {
            conversation = number % IDS_A_CONVERSATION == 0 ? id(random) : conversation;
            twins.add(new Twin(id(random), conversation));
        }
        return twins;
    }

    private static UUID id(RandomGenerator random) {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private List<JsonNode> answers(Party party) throws IOException, InterruptedException {
        try (var socket = new WireSocket(address, target.host(), tenant.origin(), PATIENCE_MILLIS)) {
            socket.write("{\"type\":\"hello\",\"v\":1,\"token\":\"" + party.token() + "\",\"client\":\"faults/1\"}");
            var answers = new ArrayList<JsonNode>();
            for (Twin twin : party.twins()) {
                awaitOthers(party.together());
                for (int number = 0; number < TIMES_A_CONNECTION; number++) {
                    socket.write(twin.frame());
                }
                for (int number = 0; number < TIMES_A_CONNECTION; number++) {
                    answers.add(nextAnswer(socket));
                }
            }
            return answers;
        }
    }

    private static void awaitOthers(CyclicBarrier together) throws InterruptedException {
        try {
            together.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("another connection failed", e);
        }
    }

    private static JsonNode nextAnswer(WireSocket socket) throws IOException {
        while (true) {
            JsonNode frame = JsonMapper.shared().readTree(socket.read());
            if (List.of("sent", "error").contains(frame.get("type").asString())) {
                return frame;
            }
        }
    }

    private static UUID id(JsonNode answer) {
        return UUID.fromString(answer.path("id").asString(answer.path("ref").asString()));
    }

    private void judge(List<Twin> twins, Map<UUID, List<JsonNode>> answers, List<String> violations) {
        String agent = target.agent(tenant);
        for (Twin twin : twins) {
            var theirs = answers.getOrDefault(twin.id(), List.of());
            long alike = theirs.stream().map(SameId::place).distinct().count();
            long first = theirs.stream()
                    .filter(answer -> !answer.path("duplicate").asBoolean(true))
                    .count();
            if (theirs.size() != CONNECTIONS * TIMES_A_CONNECTION || alike != 1 || first != 1) {
                violations.add("C9: %s was answered %d times in %d ways, %d times as the first"
                        .formatted(twin.id(), theirs.size(), alike, first));
            }
        }
        var rows = twins.stream()
                .map(Twin::conversation)
                .distinct()
                .flatMap(conversation -> target.messages(agent, conversation).stream())
                .map(message -> message.get("id").asString())
                .sorted()
                .toList();
        var wanted = twins.stream().map(twin -> twin.id().toString()).sorted().toList();
        if (!rows.equals(wanted)) {
            violations.add("C2: " + rows.size() + " rows instead of " + wanted.size());
        }
    }

    /// What must be the same in every answer.
    private static String place(JsonNode answer) {
        return answer.path("type") + " " + answer.path("conversation") + " " + answer.path("sequence") + " "
                + answer.path("timestamp");
    }
}
