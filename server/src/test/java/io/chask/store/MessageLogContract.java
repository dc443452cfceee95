package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.conversation.Opening;
import io.chask.conversation.PostResult;
import io.chask.conversation.PostResult.Duplicate;
import io.chask.conversation.PostResult.IdConflict;
import io.chask.conversation.PostResult.NotFound;
import io.chask.conversation.PostResult.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every message log keeps.
interface MessageLogContract {

    MessageLog log();

    Shop shop();

    Recorder announced();

    default PostResult post(Draft draft) {
        return log().append(draft).toCompletableFuture().join();
    }

    default Stored stored(Draft draft) {
        return (Stored) post(draft);
    }

    @Test
    default void aVisitorsFirstMessageOpensTheConversation() {
        ConversationId conversation = shop().conversation();
        UUID visitor = shop().visitor();

        Stored first = stored(fromVisitor(conversation, visitor, "Hola"));
        Stored second = stored(fromVisitor(conversation, visitor, "¿Están abiertos?"));

        assertThat(first.opening()).isEqualTo(Opening.OPENED);
        assertThat(first.message().sequence()).isEqualTo(1);
        assertThat(second.opening()).isEqualTo(Opening.NONE);
        assertThat(second.message().sequence()).isEqualTo(2);
    }

    @Test
    default void aStoredMessageIsReadAsItWasSent() {
        ConversationId conversation = shop().conversation();
        List<Attachment> attachments = List.of(
                new Attachment(UUID.randomUUID(), "foto \"1\".png", "image/png", 12_345, true, 640, 480, true),
                new Attachment(UUID.randomUUID(), "nota.pdf", "application/pdf", 1, false, null, null, false));
        Draft draft = new Draft(
                conversation,
                UUID.randomUUID(),
                new Author.Visitor(shop().visitor()),
                "línea 1\nlínea 2 \\ \"{}\" 👩‍👧 <b>",
                attachments);

        Message stored = stored(draft).message();

        assertThat(log().find(conversation, draft.id())).contains(stored);
        assertThat(stored.content()).isEqualTo(draft.content());
        assertThat(stored.attachments()).isEqualTo(attachments);
        assertThat(stored.author()).isEqualTo(draft.author());
    }

    @Test
    default void aResentDraftGivesTheFirstAnswerAgain() {
        Draft draft = fromVisitor(shop().conversation(), shop().visitor(), "once");
        Message first = stored(draft).message();

        assertThat(post(draft)).isEqualTo(new Duplicate(first));
        assertThat(log().after(draft.conversation(), 0, 10)).containsExactly(first);
        assertThat(announced().of(draft.conversation())).hasSize(1);
    }

    @Test
    default void anIdWithAnotherBodyIsAConflict() {
        UUID visitor = shop().visitor();
        Draft draft = fromVisitor(shop().conversation(), visitor, "one body");
        stored(draft);
        var changed = new Draft(draft.conversation(), draft.id(), draft.author(), "another", List.of());
        var withFile = new Draft(
                draft.conversation(),
                draft.id(),
                draft.author(),
                draft.content(),
                List.of(new Attachment(UUID.randomUUID(), "a", "text/plain", 1, false, null, null, false)));
        var byAgent = new Draft(
                draft.conversation(), draft.id(), new Author.Agent(shop().agent()), draft.content(), List.of());

        assertThat(List.of(post(changed), post(withFile), post(byAgent)))
                .containsOnly(new IdConflict())
                .hasSize(3);
    }

    @Test
    default void anotherVisitorsConversationIsUnknown() {
        ConversationId conversation = shop().conversation();
        Draft original = fromVisitor(conversation, shop().visitor(), "mine");
        stored(original);
        UUID stranger = shop().visitor();

        assertThat(post(fromVisitor(conversation, stranger, "let me in"))).isEqualTo(new NotFound());
        assertThat(post(new Draft(conversation, original.id(), new Author.Visitor(stranger), "mine", List.of())))
                .isEqualTo(new NotFound());
        assertThat(log().after(conversation, 0, 10)).hasSize(1);
    }

    @Test
    default void aStrangersDraftInTheSameBatchLeavesNoGap() {
        ConversationId conversation = shop().conversation();
        UUID visitor = shop().visitor();
        UUID stranger = shop().visitor();
        stored(fromVisitor(conversation, visitor, "first"));

        List<CompletionStage<PostResult>> answers = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            answers.add(log().append(fromVisitor(conversation, stranger, "no")));
            answers.add(log().append(fromVisitor(conversation, visitor, "yes")));
        }
        answers.forEach(answer -> answer.toCompletableFuture().join());

        assertThat(log().after(conversation, 0, 100))
                .extracting(Message::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 51).boxed().toList());
    }

    @Test
    default void anAgentNeverOpensAConversation() {
        ConversationId conversation = shop().conversation();

        assertThat(post(shop().fromAgent(conversation, "hello?"))).isEqualTo(new NotFound());
        assertThat(announced().of(conversation)).isEmpty();
    }

    @Test
    default void anUnknownVisitorOpensNothing() {
        assertThat(post(fromVisitor(shop().conversation(), UUID.randomUUID(), "ghost")))
                .isEqualTo(new NotFound());
    }

    @Test
    default void messagesOfOneSenderKeepTheirOrder() throws InterruptedException {
        ConversationId conversation = shop().conversation();
        UUID visitor = shop().visitor();
        List<Draft> drafts = new ArrayList<>();
        for (int at = 0; at < 300; at++) {
            drafts.add(fromVisitor(conversation, visitor, "n" + at));
        }
        drafts.stream()
                .map(log()::append)
                .toList()
                .forEach(answer -> answer.toCompletableFuture().join());

        assertThat(log().after(conversation, 0, 300))
                .extracting(Message::content)
                .containsExactlyElementsOf(drafts.stream().map(Draft::content).toList());
        assertThat(announced().of(conversation, 300))
                .extracting(announcement -> announcement.message().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    default void pagesGoForwardAndBackward() {
        ConversationId conversation = shop().conversation();
        UUID visitor = shop().visitor();
        for (int at = 1; at <= 7; at++) {
            stored(fromVisitor(conversation, visitor, "n" + at));
        }

        assertThat(log().after(conversation, 2, 3))
                .extracting(Message::sequence)
                .containsExactly(3L, 4L, 5L);
        assertThat(log().before(conversation, 6, 3))
                .extracting(Message::sequence)
                .containsExactly(3L, 4L, 5L);
        assertThat(log().before(conversation, Long.MAX_VALUE, 2))
                .extracting(Message::sequence)
                .containsExactly(6L, 7L);
        assertThat(log().after(conversation, 7, 3)).isEmpty();
    }

    @Test
    default void timeNeverRunsBackwards() {
        ConversationId conversation = shop().conversation();
        UUID visitor = shop().visitor();
        for (int at = 0; at < 20; at++) {
            stored(fromVisitor(conversation, visitor, "tick"));
        }

        assertThat(log().after(conversation, 0, 20))
                .extracting(Message::timestamp)
                .isSorted();
    }
}
