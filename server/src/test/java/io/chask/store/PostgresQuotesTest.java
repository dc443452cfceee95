package io.chask.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresQuotesTest {

    private final ChangeScene scene = new ChangeScene();

    @AfterAll
    void close() {
        scene.close();
    }

    private boolean claim(Message message, Author.Reader author, UUID by, UUID quoted) {
        return new PostgresQuotes(scene.database.application()).claim(message.conversation(), author, by, quoted);
    }

    @Test
    void aMessageAnswersOneOtherForEver() {
        var answer = scene.answered("quoted");
        var question = scene.entries(answer.conversation()).getFirst();
        var draft = scene.shop.fromAgent(answer.conversation(), "as I said");
        var quoting =
                new Draft(answer.conversation(), draft.id(), scene.agent, draft.content(), List.of(), answer.id());

        assertThat(claim(answer, scene.agent, draft.id(), answer.id())).isTrue();
        assertThat(claim(answer, scene.agent, draft.id(), answer.id())).isTrue();
        assertThat(claim(answer, scene.agent, draft.id(), question.id())).isFalse();
        assertThat(scene.stored(quoting))
                .isEqualTo(scene.log.find(answer.conversation(), draft.id()).orElseThrow());
        assertThat(scene.post(quoting)).isInstanceOf(PostResult.Duplicate.class);
    }

    @Test
    void whatIsQuotedIsAMessageOfTheSameConversationThatTheAuthorSees() {
        var answer = scene.answered("quoted");
        var elsewhere = scene.answered("elsewhere");
        scene.changed(scene.change(answer, "still quoted"));
        var change = scene.entries(answer.conversation()).getLast();
        var row = scene.list.find(answer.conversation(), scene.agent).orElseThrow();
        var owner = new Author.Visitor(row.visitor());
        var stranger = new Author.Visitor(scene.shop.visitor());

        assertThat(claim(answer, owner, UUID.randomUUID(), answer.id())).isTrue();
        assertThat(claim(answer, stranger, UUID.randomUUID(), answer.id())).isFalse();
        assertThat(claim(answer, scene.agent, UUID.randomUUID(), elsewhere.id()))
                .isFalse();
        assertThat(claim(answer, scene.agent, UUID.randomUUID(), change.id())).isFalse();
    }
}
