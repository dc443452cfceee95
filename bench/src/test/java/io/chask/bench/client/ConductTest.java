package io.chask.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.bench.client.History.Event;
import io.chask.bench.client.Outbox.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ConductTest {

    private static final UUID CONVERSATION = new UUID(0x4000, Long.MIN_VALUE | 1);
    private static final long SECOND = 1_000_000_000L;
    private static final String EPOCH = "00000000-0000-4000-8000-0000000000ee";

    /// Keeps what is written.
    private static final class Paper implements Conduct.Line {

        private final UUID id = UUID.randomUUID();
        private final List<JsonNode> frames = new ArrayList<>();

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public void write(String frame) {
            frames.add(Frames.parse(frame));
        }

        List<JsonNode> of(String type) {
            return frames.stream()
                    .filter(frame -> frame.get("type").asString().equals(type))
                    .toList();
        }
    }

    private final History history = new History();
    private final Paper paper = new Paper();
    private final Conduct visitor =
            new Conduct("ada", new Role.Visitor("o", "t", EPOCH, _ -> List.of()), history, Tempo.REAL);

    @BeforeEach
    void welcome() {
        hear(welcomeFrame("[]"), 0);
    }

    private static String welcomeFrame(String conversations) {
        return "{\"type\":\"welcome\",\"epoch\":\"%s\",\"pingSeconds\":25,\"conversations\":%s}"
                .formatted(EPOCH, conversations);
    }

    private void hear(String frame, long now) {
        visitor.handle(Frames.parse(frame), paper, now);
    }

    private UUID post(String content) {
        var letter = new Letter(UUID.randomUUID(), CONVERSATION, content);
        visitor.post(letter);
        return letter.id();
    }

    private void sent(UUID id, long sequence) {
        hear(
                "{\"type\":\"sent\",\"id\":\"%s\",\"conversation\":\"%s\",\"sequence\":%d,\"timestamp\":\"t\",\"duplicate\":false}"
                        .formatted(id, CONVERSATION, sequence),
                0);
    }

    private void message(long sequence, long now) {
        hear(
                ("{\"type\":\"message\",\"conversation\":\"%s\",\"sequence\":%d,\"message\":{\"id\":\"%s\",\"sequence\":%d,"
                                + "\"sender\":\"agent\",\"content\":\"hi\",\"timestamp\":\"t\"}}")
                        .formatted(CONVERSATION, sequence, new UUID(1, sequence), sequence),
                now);
    }

    private void error(UUID ref, boolean retryable, String more) {
        hear(
                "{\"type\":\"error\",\"ref\":\"%s\",\"reason\":\"BUSY\",\"retryable\":%s%s}"
                        .formatted(ref, retryable, more),
                0);
    }

    @Test
    void oneMessageIsInFlight() {
        UUID first = post("one");
        post("two");
        assertThat(paper.of("send")).hasSize(1);
        sent(first, 1);
        assertThat(paper.of("send")).hasSize(2);
    }

    @Test
    void aRetryableRefusalIsSentAgainWhenTheServerSaid() {
        UUID id = post("one");
        error(id, true, ",\"retryAfterMs\":2000");
        visitor.tick(SECOND);
        assertThat(paper.of("send")).hasSize(1);
        visitor.tick(2 * SECOND);
        assertThat(paper.of("send"))
                .extracting(frame -> frame.get("id").asString())
                .containsExactly(id.toString(), id.toString());
        assertThat(history.events()).noneMatch(Event.Refused.class::isInstance);
    }

    @Test
    void aFinalRefusalIsReportedAndTheNextMessageLeaves() {
        UUID id = post("one");
        post("two");
        error(id, false, "");
        assertThat(paper.of("send")).hasSize(2);
        assertThat(history.events()).anyMatch(Event.Refused.class::isInstance);
        assertThat(history.events()).anyMatch(Event.Reported.class::isInstance);
    }

    @Test
    void whatIsUnansweredLeavesAgainOnTheNextConnection() {
        UUID id = post("one");
        visitor.lost();
        var next = new Paper();
        visitor.handle(Frames.parse(welcomeFrame("[]")), next, 0);
        assertThat(next.of("send"))
                .extracting(frame -> frame.get("id").asString())
                .containsExactly(id.toString());
    }

    @Test
    void aHoleIsAskedForAfterTwoSeconds() {
        message(2, 0);
        visitor.tick(SECOND);
        assertThat(paper.of("catchup")).isEmpty();
        visitor.tick(2 * SECOND);
        assertThat(paper.of("catchup"))
                .extracting(frame -> frame.get("after").asLong())
                .containsExactly(0L);
    }

    @Test
    void aHoleThatClosesInTimeIsNotAskedFor() {
        message(2, 0);
        message(1, SECOND);
        visitor.tick(3 * SECOND);
        assertThat(paper.of("catchup")).isEmpty();
        assertThat(visitor.holdings().isComplete()).isTrue();
    }

    @Test
    void whatTheServerDoesNotReplayIsLoadedByRest() {
        message(1, 0);
        hear(
                "{\"type\":\"sync\",\"conversation\":\"%s\",\"messages\":[],\"toSequence\":400,\"recovered\":false,\"more\":false}"
                        .formatted(CONVERSATION),
                0);
        assertThat(visitor.holdings().unrecovered()).contains(CONVERSATION);
        assertThat(visitor.holdings().cursor(CONVERSATION)).isZero();
        assertThat(paper.of("catchup")).isEmpty();
        visitor.loaded(CONVERSATION, List.of(), 0);
        assertThat(visitor.holdings().unrecovered()).isEmpty();
        assertThat(visitor.holdings().isComplete()).isFalse();
    }

    @Test
    void anOwnMessageThatClosesAHoleMovesTheReadMarkToo() {
        UUID id = post("one");
        message(2, 0);
        sent(id, 1);
        assertThat(paper.of("read"))
                .extracting(frame -> frame.get("sequence").asLong())
                .containsExactly(2L);
    }

    @Test
    void marksAreWrittenAgainOnTheNextConnection() {
        message(1, 0);
        var next = new Paper();
        visitor.handle(Frames.parse(welcomeFrame("[]")), next, 0);
        assertThat(next.of("read"))
                .extracting(frame -> frame.get("sequence").asLong())
                .containsExactly(1L);
    }

    @Test
    void anAgentWatchesAConversationOnceItIsOpened() {
        var role = new Role.Agent("o", () -> "t", List.of(CONVERSATION), _ -> List.of());
        var agent = new Conduct("bob", role, history, Tempo.REAL);
        agent.handle(Frames.parse(welcomeFrame("[]")), paper, 0);
        agent.handle(
                Frames.parse("{\"type\":\"error\",\"ref\":\"%s\",\"reason\":\"NOT_FOUND\",\"retryable\":false}"
                        .formatted(CONVERSATION)),
                paper,
                0);
        assertThat(paper.of("watch")).hasSize(1);
        agent.handle(Frames.parse("{\"type\":\"inbox\",\"conversation\":\"%s\"}".formatted(CONVERSATION)), paper, 0);
        assertThat(paper.of("watch")).hasSize(2);
    }

    @Test
    void aReceiptThatCameBeforeTheAnswerStillCounts() {
        UUID id = post("one");
        hear(
                "{\"type\":\"receipt\",\"conversation\":\"%s\",\"delivered\":1,\"read\":1,\"ownRead\":0}"
                        .formatted(CONVERSATION),
                0);
        sent(id, 1);
        assertThat(history.events()).contains(new Event.Status("ada", id, 3));
        assertThat(visitor.own().unread()).isZero();
    }
}
