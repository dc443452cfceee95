package io.chask.bench.fault;

import io.chask.bench.client.WireSocket;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends the first message of a conversation many times at once: one row, and the same answer to all.
final class SameId {

    private static final int CONNECTIONS = 10;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Target target;
    private final Tenant tenant;
    private final InetSocketAddress address;

    SameId(Target target, Tenant tenant, InetSocketAddress address) {
        this.target = target;
        this.tenant = tenant;
        this.address = address;
    }

    List<String> send(int times, RandomGenerator random) throws InterruptedException {
        var conversation = new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        String token = target.visitor(tenant).token();
        String frame =
                "{\"type\":\"send\",\"id\":\"%s\",\"conversation\":\"%s\",\"content\":\"once\",\"attachments\":[]}"
                        .formatted(new UUID(conversation.getMostSignificantBits(), Long.MIN_VALUE + 1), conversation);
        var answers = new ArrayList<JsonNode>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<JsonNode>>>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                running.add(workers.submit(() -> answers(token, frame, times / CONNECTIONS)));
            }
            for (var one : running) {
                answers.addAll(one.get());
            }
        } catch (ExecutionException e) {
            return List.of("a connection failed: " + e.getCause());
        }
        return judge(answers, conversation);
    }

    private List<JsonNode> answers(String token, String frame, int times) throws IOException {
        try (var socket = new WireSocket(address, tenant.origin(), PATIENCE_MILLIS)) {
            socket.write("{\"type\":\"hello\",\"v\":1,\"token\":\"" + token + "\",\"client\":\"faults/1\"}");
            for (int number = 0; number < times; number++) {
                socket.write(frame);
            }
            var answers = new ArrayList<JsonNode>();
            while (answers.size() < times) {
                JsonNode answer = JsonMapper.shared().readTree(socket.read());
                if (List.of("sent", "error").contains(answer.get("type").asString())) {
                    answers.add(answer);
                }
            }
            return answers;
        }
    }

    private List<String> judge(List<JsonNode> answers, UUID conversation) {
        var violations = new ArrayList<String>();
        long unlike = answers.stream()
                .filter(answer -> !answer.path("type").asString().equals("sent")
                        || answer.path("sequence").asLong() != 1)
                .count();
        if (unlike > 0) {
            violations.add(unlike + " of " + answers.size() + " answers are not `sent` with sequence 1");
        }
        long first = answers.stream()
                .filter(answer -> !answer.path("duplicate").asBoolean(true))
                .count();
        if (first != 1) {
            violations.add(first + " answers say that they were the first");
        }
        int rows = target.messages(target.agent(tenant), conversation).size();
        if (rows != 1) {
            violations.add(rows + " rows instead of one");
        }
        return violations;
    }
}
