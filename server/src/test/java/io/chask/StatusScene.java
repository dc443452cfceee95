package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.conversation.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A visitor's tabs and the agents of a shop around one conversation, with the [MarkModel] of what all of them should
/// be told.
final class StatusScene implements AutoCloseable {

    private static final String USER = "user";
    private static final String AGENT = "agent";

    private final Team team;
    private final Guest guest;
    private final UUID conversation = UUID.randomUUID();
    private final MarkModel model = new MarkModel(List.of(USER, AGENT, USER));
    private final List<SceneMember> tabs = new ArrayList<>();
    private final List<Seat> seats;
    private final List<SceneMember> crew = new ArrayList<>();

    /// An agent and how he asks.
    record Colleague(UUID id, Http http) {}

    /// A shop with two agents, and the epoch of its database.
    record Team(Shop shop, List<Colleague> colleagues, String epoch) {

        static Team of(Shop shop) {
            var server = shop.server();
            var email = "agent-" + UUID.randomUUID() + "@shop.example";
            var second = server.agents()
                    .add(new NewAgent(shop.id(), email, "Grace", Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM);
            var other = new Shop(server, shop.id(), shop.key(), second.id(), email);
            var epoch = shop.page()
                    .post("/v1/widget/session", shop.sessionBody())
                    .expect(200)
                    .at("/epoch");
            return new Team(
                    shop,
                    List.of(new Colleague(shop.agentId(), shop.agent()), new Colleague(other.agentId(), other.agent())),
                    epoch);
        }
    }

    /// A stream of one of the two agents: with the thread open, or with the list only.
    record Seat(int agent, boolean watches) {}

    /// The conversation has three messages: the visitor's, an agent's, the visitor's. Nobody has acknowledged any.
    StatusScene(Team team, int tabs, List<Seat> seats) {
        this.team = team;
        this.guest = team.shop().guest();
        this.seats = List.copyOf(seats);
        for (int tab = 0; tab < tabs; tab++) {
            this.tabs.add(new SceneMember(guest.stream(), conversation, true));
        }
        seats.forEach(seat -> crew.add(sitDown(seat)));
        write();
        for (int at = 0; at < seats.size(); at++) {
            openThread(at);
        }
    }

    private void write() {
        var writer = tabs.getFirst().stream();
        writer.send(UUID.randomUUID(), conversation, "Hi").await("sent");
        team.colleagues()
                .getFirst()
                .http()
                .post(path() + "/messages", Map.of("content", "Hello, how can I help?"))
                .expect(201);
        writer.send(UUID.randomUUID(), conversation, "Where is my parcel?").await("sent");
    }

    private String path() {
        return "/v1/conversations/" + conversation;
    }

    private SceneMember sitDown(Seat seat) {
        var server = team.shop().server();
        var ticket = agent(seat).http().post("/v1/stream/tickets").expect(201).at("/ticket");
        var stream = StreamClient.open(server, server.ownOrigin()).hello(ticket);
        stream.await("welcome");
        return new SceneMember(stream, conversation, seat.watches());
    }

    private Colleague agent(Seat seat) {
        return team.colleagues().get(seat.agent());
    }

    private void openThread(int at) {
        if (seats.get(at).watches()) {
            crew.get(at).stream().watch(conversation, model.last());
        }
    }

    boolean isStaffed() {
        return !crew.isEmpty();
    }

    void tabMarks(int tab, String type, long sequence) {
        tabs.get(tab).mark(type, sequence);
        model.visitorMarks(type, sequence);
    }

    void agentMarks(int seat, String type, long sequence) {
        crew.get(seat).mark(type, sequence);
        model.agentMarks(agent(seats.get(seat)).id(), type, sequence);
    }

    /// The first agent, who may have no stream, reads over HTTP.
    void agentReadsOverHttp(long sequence) {
        var agent = team.colleagues().getFirst();
        agent.http().post(path() + "/read", Map.of("sequence", sequence)).expect(204);
        model.agentMarks(agent.id(), "read", sequence);
    }

    void closeTab() {
        tabs.removeFirst().close();
    }

    /// Another stream of the visitor that holds the messages up to `cursor`.
    void resumeTab(long cursor) {
        var stream = StreamClient.open(team.shop().server(), RunningServer.ORIGIN);
        stream.hello(guest.token(), team.epoch(), Map.of(conversation.toString(), cursor));
        stream.await("welcome");
        tabs.addFirst(new SceneMember(stream, conversation, true));
    }

    /// The agent's stream ends; another begins as the console does it: the list over HTTP, then the thread.
    void reconnectAgent(int seat) {
        crew.get(seat).close();
        var member = sitDown(seats.get(seat));
        crew.set(seat, member);
        var row = row(agent(seats.get(seat)));
        member.load(row.at("/lastSequence").asLong(), row.at("/unread").asLong());
        openThread(seat);
    }

    private JsonNode row(Colleague agent) {
        return inList(agent.http().get("/v1/conversations").expect(200));
    }

    private JsonNode inList(Answer list) {
        return StreamSupport.stream(list.json().at("/conversations").spliterator(), false)
                .filter(row -> row.at("/id").asString().equals(conversation.toString()))
                .findFirst()
                .orElseThrow();
    }

    /// Waits until every stream has been told what the model says.
    void settle() {
        tabs.forEach(tab -> tab.awaitReceipt(model.seenByVisitor()));
        for (int at = 0; at < crew.size(); at++) {
            var view = model.seenByAgent(agent(seats.get(at)).id());
            crew.get(at).awaitRow(model.last(), model.unreadOf(AGENT, view));
            if (crew.get(at).isFull()) {
                crew.get(at).awaitReceipt(view);
            }
        }
    }

    /// Fails unless streams, threads and lists say to both sides what the model says.
    void check() {
        settle();
        checkVisitor(model.seenByVisitor());
        team.colleagues().forEach(agent -> checkAgent(agent, model.seenByAgent(agent.id())));
        tabs.forEach(tab -> tab.staysAt(model.seenByVisitor()));
        IntStream.range(0, crew.size()).forEach(at -> {
            var view = model.seenByAgent(agent(seats.get(at)).id());
            crew.get(at).staysAtRow(model.last(), model.unreadOf(AGENT, view));
            crew.get(at).staysAt(crew.get(at).isFull() ? view : Receipt.NONE);
        });
    }

    private void checkVisitor(Receipt expected) {
        var thread = guest.http().get("/v1/widget/conversations/" + conversation + "/messages");
        assertThat(statuses(thread)).isEqualTo(model.statuses(USER, expected));
        checkRow(inList(guest.http().get("/v1/widget/conversations").expect(200)), expected);
        assertThat(inList(guest.http().get("/v1/widget/conversations"))
                        .at("/unread")
                        .asLong())
                .isEqualTo(model.unreadOf(USER, expected));
    }

    private void checkAgent(Colleague agent, Receipt expected) {
        assertThat(statuses(agent.http().get(path() + "/messages"))).isEqualTo(model.statuses(AGENT, expected));
        var row = row(agent);
        checkRow(row, expected);
        assertThat(row.at("/unread").asLong()).isEqualTo(model.unreadOf(AGENT, expected));
    }

    private static void checkRow(JsonNode row, Receipt expected) {
        assertThat(new Receipt(
                        row.at("/delivered").asLong(),
                        row.at("/read").asLong(),
                        row.at("/ownRead").asLong()))
                .isEqualTo(expected);
    }

    private static List<String> statuses(Answer thread) {
        return StreamSupport.stream(thread.expect(200).json().at("/messages").spliterator(), false)
                .map(message -> message.at("/status").asString())
                .toList();
    }

    @Override
    public void close() {
        tabs.forEach(SceneMember::close);
        crew.forEach(SceneMember::close);
    }
}
