package io.chask.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Answer;
import io.chask.bench.client.History.Event;
import io.chask.bench.client.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CheckerTest {

    private static final UUID ORGANIZATION = new UUID(0, 1);
    private static final UUID CONVERSATION = new UUID(0, 2);
    private static final UUID LINK = new UUID(1, 1);
    private static final UUID OTHER_LINK = new UUID(1, 2);
    private static final UUID ELSEWHERE = new UUID(0, 7);
    private static final UUID VISITOR = new UUID(0, 5);
    private static final UUID FIRST = new UUID(0, 3);
    private static final UUID SECOND = new UUID(0, 4);

    private final History history = new History();

    private static View.Held held(UUID id) {
        return new View.Held(id, "user", "text of " + id, "2026-11-25T10:00:00.000Z");
    }

    private static Checker.Final database(Map<Long, View.Held> messages) {
        return new Checker.Final(CONVERSATION, messages);
    }

    private List<String> check(Map<Long, View.Held> messages) {
        return check(messages, List.of());
    }

    private List<String> check(Map<Long, View.Held> messages, List<Checker.Session> sessions) {
        var owners = Map.of(
                CONVERSATION, new Owner(ORGANIZATION, VISITOR), ELSEWHERE, new Owner(new UUID(0, 9), new UUID(0, 8)));
        return Checker.check(history, List.of(database(messages)), sessions, owners);
    }

    private static Checker.Session visitor(UUID conversation, Map<Long, View.Held> messages) {
        return new Checker.Session(
                "ada", ORGANIZATION, VISITOR, conversation.equals(CONVERSATION), conversation, messages);
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
        assertThat(check(all, List.of(visitor(CONVERSATION, all)))).isEmpty();
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
        assertThat(check(Map.of(1L, held(FIRST)), List.of(visitor(CONVERSATION, Map.of()))))
                .singleElement()
                .asString()
                .startsWith("C7");
    }

    @Test
    void twoMessagesAtOnePlaceAreSeen() {
        history.add(new Event.Contradicted("ada", CONVERSATION, "sequence 1 was this and is now that"));
        assertThat(check(Map.of())).singleElement().asString().startsWith("C7");
    }

    @Test
    void aConversationOfAnotherOrganizationIsSeenEvenWhenItIsOnlyNamed() {
        assertThat(check(Map.of(), List.of(visitor(ELSEWHERE, Map.of()))))
                .singleElement()
                .asString()
                .startsWith("C8");
    }

    @Test
    void aConversationOfAnotherVisitorIsSeen() {
        var session = new Checker.Session("eve", ORGANIZATION, new UUID(0, 6), true, CONVERSATION, Map.of());
        assertThat(check(Map.of(), List.of(session))).singleElement().asString().startsWith("C8");
    }

    @Test
    void anAgentWhoHoldsMessagesHeDidNotAskForIsSeen() {
        var all = Map.of(1L, held(FIRST));
        var session = new Checker.Session("bob", ORGANIZATION, null, false, CONVERSATION, all);
        assertThat(check(all, List.of(session))).singleElement().asString().startsWith("C8");
    }

    @Test
    void anAgentMayHearOfAnyConversationOfHisOrganization() {
        var session = new Checker.Session("bob", ORGANIZATION, null, false, CONVERSATION, Map.of());
        assertThat(check(Map.of(1L, held(FIRST)), List.of(session))).isEmpty();
    }

    @Test
    void twoAnswersToOneIdThatDifferAreSeen() {
        answered(LINK, new Answer(1, "a", false));
        answered(LINK, new Answer(1, "b", true));
        assertThat(check(Map.of())).singleElement().asString().startsWith("C9");
    }

    @Test
    void anIdThatIsCalledNewTwiceIsSeen() {
        history.add(new Event.Swallowed("ada", FIRST, new Answer(1, "a", false)));
        answered(LINK, new Answer(1, "a", false));
        assertThat(check(Map.of())).singleElement().asString().startsWith("C9");
    }

    @Test
    void aResendAfterASwallowedAnswerThatIsCalledNewIsSeen() {
        history.add(new Event.Swallowed("ada", FIRST, new Answer(1, "a", true)));
        history.add(new Event.Attempted("ada", FIRST, LINK));
        answered(LINK, new Answer(1, "a", false));
        assertThat(check(Map.of())).singleElement().asString().startsWith("C9");
    }

    @Test
    void aRaceOfTwoAttemptsMayBeAnsweredInAnyOrder() {
        history.add(new Event.Attempted("ada", FIRST, LINK));
        answered(OTHER_LINK, new Answer(1, "a", true));
        answered(LINK, new Answer(1, "a", false));
        assertThat(check(Map.of())).isEmpty();
    }

    private void answered(UUID link, Answer answer) {
        history.add(new Event.Answered("ada", FIRST, link, answer));
    }
}
