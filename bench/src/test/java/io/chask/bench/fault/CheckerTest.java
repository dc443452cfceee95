package io.chask.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Event;
import io.chask.bench.client.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CheckerTest {

    private static final UUID ORGANIZATION = new UUID(0, 1);
    private static final UUID CONVERSATION = new UUID(0, 2);
    private static final UUID FIRST = new UUID(0, 3);
    private static final UUID SECOND = new UUID(0, 4);

    private final History history = new History();

    private static View.Held held(UUID id) {
        return new View.Held(id, "user", "text of " + id);
    }

    private static Checker.Final database(Map<Long, View.Held> messages) {
        return new Checker.Final(ORGANIZATION, CONVERSATION, messages);
    }

    private List<String> check(Map<Long, View.Held> messages) {
        return Checker.check(history, List.of(database(messages)), List.of());
    }

    private void acknowledged(UUID id, long sequence) {
        history.add(new Event.Acknowledged("ada", CONVERSATION, id, sequence));
    }

    private void invoked(UUID id) {
        history.add(new Event.Invoked("ada", CONVERSATION, id));
    }

    @Test
    void aRunWithoutAFaultHasNoViolation() {
        invoked(FIRST);
        acknowledged(FIRST, 1);
        invoked(SECOND);
        acknowledged(SECOND, 2);
        var all = Map.of(1L, held(FIRST), 2L, held(SECOND));
        var session = new Checker.Session("ada", ORGANIZATION, CONVERSATION, all);
        assertThat(Checker.check(history, List.of(database(all)), List.of(session)))
                .isEmpty();
    }

    @Test
    void anAcknowledgedMessageThatIsGoneIsSeen() {
        acknowledged(FIRST, 1);
        assertThat(check(Map.of())).singleElement().asString().startsWith("C1");
    }

    @Test
    void aMessageAtAnotherPlaceThanAcknowledgedIsSeen() {
        acknowledged(FIRST, 2);
        assertThat(check(Map.of(1L, held(FIRST)))).singleElement().asString().startsWith("C1");
    }

    @Test
    void aDoubledMessageIsSeen() {
        assertThat(check(Map.of(1L, held(FIRST), 2L, held(FIRST))))
                .singleElement()
                .asString()
                .startsWith("C2");
    }

    @Test
    void aGapIsSeen() {
        assertThat(check(Map.of(1L, held(FIRST), 3L, held(SECOND))))
                .singleElement()
                .asString()
                .startsWith("C3");
    }

    @Test
    void aSendersMessagesInTheWrongOrderAreSeen() {
        invoked(FIRST);
        invoked(SECOND);
        assertThat(check(Map.of(1L, held(SECOND), 2L, held(FIRST))))
                .singleElement()
                .asString()
                .startsWith("C4");
    }

    @Test
    void aStatusThatGoesBackIsSeen() {
        history.add(new Event.Status("ada", FIRST, 3));
        history.add(new Event.Status("ada", FIRST, 2));
        assertThat(check(Map.of(1L, held(FIRST)))).singleElement().asString().startsWith("C5");
    }

    @Test
    void aRefusedMessageThatAppearsIsSeen() {
        history.add(new Event.Refused("ada", CONVERSATION, FIRST, "CONTENT_TOO_LONG"));
        assertThat(check(Map.of(1L, held(FIRST)))).singleElement().asString().startsWith("C6");
    }

    @Test
    void aSessionThatEndsUnlikeTheDatabaseIsSeen() {
        var session = new Checker.Session("ada", ORGANIZATION, CONVERSATION, Map.of());
        assertThat(Checker.check(history, List.of(database(Map.of(1L, held(FIRST)))), List.of(session)))
                .singleElement()
                .asString()
                .startsWith("C7");
    }

    @Test
    void aConversationOfAnotherOrganizationIsSeen() {
        var session = new Checker.Session("eve", new UUID(0, 9), CONVERSATION, Map.of());
        assertThat(Checker.check(history, List.of(database(Map.of())), List.of(session)))
                .singleElement()
                .asString()
                .startsWith("C8");
    }
}
