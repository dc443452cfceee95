package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.Participant;
import io.chask.bench.client.Participant.World;
import io.chask.bench.client.Role;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/// The people of a run: visitors with two tabs each, and agents who watch and answer them.
final class Cast implements AutoCloseable {

    /// Visitors of one agent; he may watch no more than 20 conversations.
    private static final int VISITORS_AN_AGENT = 10;

    /// A visitor's conversation, the tab he writes in, and who answers.
    record Talk(Tenant tenant, Visitor visitor, UUID conversation, Participant tab, Participant agent) {}

    private record Guest(Visitor visitor, UUID conversation, Participant tab) {}

    private final Stage stage;
    private final SplittableGenerator random;
    private final History history = new History();
    private final World world;
    private final List<Talk> talks = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private int written;
    private long answeredBefore;

    Cast(Stage stage, SplittableGenerator random) {
        this.stage = stage;
        this.random = random;
        this.world = new World(history, stage.tempo());
    }

    /// Brings visitors and their agents on.
    void enter(int visitors) throws IOException {
        int firstTenant = random.nextInt(stage.tenants().size());
        for (int first = 0; first < visitors; first += VISITORS_AN_AGENT) {
            Tenant tenant = stage.tenants()
                    .get((firstTenant + first / VISITORS_AN_AGENT)
                            % stage.tenants().size());
            enterGroup(tenant, Math.min(VISITORS_AN_AGENT, visitors - first));
        }
    }

    private void enterGroup(Tenant tenant, int visitors) throws IOException {
        var guests = new ArrayList<Guest>();
        for (int number = 0; number < visitors; number++) {
            Visitor visitor = stage.target().visitor(tenant);
            var conversation =
                    new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
            stage.owners().put(conversation, new Owner(organization(tenant), visitor.id()));
            String name = "visitor " + (talks.size() + number);
            guests.add(new Guest(visitor, conversation, visit(name, tenant, visitor, conversation)));
            visit(name + " (second tab)", tenant, visitor, conversation);
        }
        var agent = attend(tenant, guests.stream().map(Guest::conversation).toList());
        guests.forEach(guest -> talks.add(new Talk(tenant, guest.visitor(), guest.conversation(), guest.tab(), agent)));
    }

    private Participant visit(String name, Tenant tenant, Visitor visitor, UUID conversation) throws IOException {
        var role = new Role.Visitor(
                visitor.origin(),
                visitor.token(),
                visitor.epoch(),
                wanted -> stage.target().messages(visitor, wanted));
        return join(name, role, organization(tenant), visitor.id(), Set.of(conversation));
    }

    private Participant attend(Tenant tenant, List<UUID> conversations) throws IOException {
        var target = stage.target();
        String token = target.agent(tenant);
        String origin = target.url().getScheme() + "://" + target.host();
        var role = new Role.Agent(
                origin, () -> target.ticket(token), conversations, wanted -> target.messages(token, wanted));
        return join("agent " + people.size(), role, organization(tenant), null, Set.copyOf(conversations));
    }

    private Participant join(String name, Role role, UUID organization, @Nullable UUID visitor, Set<UUID> conversations)
            throws IOException {
        var address = stage.doors().open(name, history, random.split());
        var participant = new Participant(name, address, role, world, random.split());
        people.add(new Person(participant, organization, visitor, conversations));
        return participant;
    }

    /// Everybody writes: each visitor `messages` times, and his agent as often once the conversation is open.
    void talk(int messages) {
        answeredBefore = history.answers();
        for (Talk talk : talks) {
            for (int number = 0; number < messages; number++) {
                talk.tab().post(talk.conversation(), "question " + number);
                written++;
                if (talk.tab().holds(talk.conversation())) {
                    talk.agent().post(talk.conversation(), "answer " + number);
                    written++;
                }
            }
        }
    }

    /// Each visitor writes this once.
    void everyVisitorWrites(String content) {
        for (Talk talk : talks) {
            talk.tab().post(talk.conversation(), content);
            written++;
        }
    }

    /// Writes one message and waits until it is acknowledged: the server serves again. False when it is not in time.
    boolean awaitAnswer(Duration patience) throws InterruptedException {
        Talk talk = talks.getFirst();
        UUID id = talk.tab().post(talk.conversation(), "are you there");
        written++;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!talk.tab().isAnswered(id) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return talk.tab().isAnswered(id);
    }

    /// Waits until a message is acknowledged since everybody wrote last. False when none is in time.
    boolean awaitAcknowledgement(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (history.answers() == answeredBefore && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return history.answers() > answeredBefore;
    }

    /// Waits until everybody is welcomed again. False when somebody is not in time.
    boolean awaitEverybody(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!people.stream().allMatch(person -> person.participant().isOnline()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return people.stream().allMatch(person -> person.participant().isOnline());
    }

    /// Each organization's first visitor opens one more device, which has missed everything.
    void comeLate() throws IOException {
        var seen = new HashSet<Tenant>();
        for (Talk talk : talks) {
            if (seen.add(talk.tenant())) {
                visit("late device of " + talk.visitor().id(), talk.tenant(), talk.visitor(), talk.conversation());
            }
        }
    }

    List<Talk> talks() {
        return talks;
    }

    List<Person> people() {
        return people;
    }

    History history() {
        return history;
    }

    /// Messages that were written.
    int written() {
        return written;
    }

    /// Randomness of this run.
    SplittableGenerator random() {
        return random;
    }

    static UUID organization(Tenant tenant) {
        return UUID.fromString(tenant.organizationId());
    }

    @Override
    public void close() throws InterruptedException {
        for (Person one : people) {
            one.participant().close();
        }
    }
}
