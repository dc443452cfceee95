package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.Participant;
import io.chask.bench.client.Role;
import io.chask.bench.client.View;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Visitor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import tools.jackson.databind.JsonNode;

/// The people of a run: visitors with two tabs each, and agents who watch and answer them.
final class Cast implements AutoCloseable {

    /// Visitors of one agent; he may watch no more than 20 conversations.
    private static final int VISITORS_AN_AGENT = 10;

    /// A visitor's conversation and who takes part in it.
    private record Talk(Tenant tenant, UUID conversation, Participant tab, Participant otherTab) {}

    private final Target target;
    private final List<Tenant> tenants;
    private final InetSocketAddress address;
    private final SplittableGenerator random;
    private final History history = new History();
    private final List<Talk> talks = new ArrayList<>();
    private final Map<UUID, Participant> agents = new HashMap<>();
    private final List<Participant> all = new ArrayList<>();

    /// @param target  for HTTP, unhurt
    /// @param address for streams, perhaps a proxy's
    Cast(Target target, List<Tenant> tenants, InetSocketAddress address, SplittableGenerator random) {
        this.target = target;
        this.tenants = tenants;
        this.address = address;
        this.random = random;
    }

    /// Brings visitors and their agents on.
    void enter(int visitors) {
        for (int first = 0; first < visitors; first += VISITORS_AN_AGENT) {
            Tenant tenant = tenants.get(first / VISITORS_AN_AGENT % tenants.size());
            enterGroup(tenant, Math.min(VISITORS_AN_AGENT, visitors - first));
        }
    }

    private void enterGroup(Tenant tenant, int visitors) {
        var conversations = new ArrayList<UUID>();
        for (int number = 0; number < visitors; number++) {
            Visitor visitor = target.visitor(tenant);
            var role = new Role.Visitor(visitor.origin(), visitor.token());
            var conversation =
                    new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
            String name = "visitor " + talks.size();
            talks.add(new Talk(tenant, conversation, join(name, role), join(name + " (second tab)", role)));
            conversations.add(conversation);
        }
        String token = target.agent(tenant);
        String origin = target.url().getScheme() + "://" + target.host();
        var agent = join(
                "agent of " + conversations.size(), new Role.Agent(origin, () -> target.ticket(token), conversations));
        conversations.forEach(conversation -> agents.put(conversation, agent));
    }

    private Participant join(String name, Role role) {
        var participant = new Participant(name, address, role, history, random.split());
        all.add(participant);
        return participant;
    }

    /// Everybody writes: each visitor `messages` times, and his agent as often once the conversation is open.
    void talk(int messages) {
        for (Talk talk : talks) {
            for (int number = 0; number < messages; number++) {
                talk.tab().post(talk.conversation(), "question " + number);
                if (!talk.tab().messages(talk.conversation()).isEmpty()) {
                    answerer(talk).post(talk.conversation(), "answer " + number);
                }
            }
        }
    }

    /// Writes one message and waits until it is acknowledged: the server serves again.
    void awaitAnswer(Duration patience) throws InterruptedException {
        Talk talk = talks.getFirst();
        UUID id = talk.tab().post(talk.conversation(), "are you there");
        long deadline = System.nanoTime() + patience.toNanos();
        while (!talk.tab().isAnswered(id) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Participant answerer(Talk talk) {
        return java.util.Objects.requireNonNull(agents.get(talk.conversation()));
    }

    /// Waits until every message is answered and everybody holds everything, then judges.
    ///
    /// @return violations, one sentence each
    List<String> judge(Duration patience) throws InterruptedException {
        var violations = new ArrayList<String>();
        await(patience, violations);
        var finals = new ArrayList<Checker.Final>();
        for (Talk talk : talks) {
            var messages = read(talk);
            finals.add(
                    new Checker.Final(UUID.fromString(talk.tenant().organizationId()), talk.conversation(), messages));
            for (Participant one : List.of(talk.tab(), talk.otherTab(), answerer(talk))) {
                one.expect(talk.conversation(), messages.size());
            }
        }
        await(patience, violations);
        violations.addAll(Checker.check(history, finals, sessions()));
        return violations;
    }

    private void await(Duration patience, List<String> violations) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!all.stream().allMatch(Participant::isSettled)) {
            if (System.nanoTime() > deadline) {
                long restless = all.stream().filter(one -> !one.isSettled()).count();
                violations.add("C7: " + restless + " of " + all.size() + " sessions did not settle within " + patience);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Map<Long, View.Held> read(Talk talk) {
        var messages = new HashMap<Long, View.Held>();
        for (JsonNode message : target.messages(target.agent(talk.tenant()), talk.conversation())) {
            var id = UUID.fromString(message.get("id").asString());
            var held = new View.Held(
                    id, message.get("sender").asString(), message.get("content").asString());
            messages.put(message.get("sequence").asLong(), held);
        }
        return messages;
    }

    private List<Checker.Session> sessions() {
        var sessions = new ArrayList<Checker.Session>();
        for (Talk talk : talks) {
            var organization = UUID.fromString(talk.tenant().organizationId());
            var present = Map.of("tab", talk.tab(), "second tab", talk.otherTab(), "agent", answerer(talk));
            present.forEach((who, one) -> sessions.add(new Checker.Session(
                    who + " of " + talk.conversation(),
                    organization,
                    talk.conversation(),
                    one.messages(talk.conversation()))));
        }
        return sessions;
    }

    /// Messages that were written.
    long written() {
        return history.events().stream()
                .filter(History.Event.Invoked.class::isInstance)
                .count();
    }

    /// Messages that were refused for good.
    long refused() {
        return history.events().stream()
                .filter(History.Event.Refused.class::isInstance)
                .count();
    }

    /// Randomness of this run.
    RandomGenerator random() {
        return random;
    }

    @Override
    public void close() throws InterruptedException {
        for (Participant one : all) {
            one.close();
        }
    }
}
