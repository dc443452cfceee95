package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.Change;
import io.chask.conversation.ChangeResult;
import io.chask.conversation.ChangeResult.Changed;
import io.chask.conversation.ChangeResult.Refusal;
import io.chask.conversation.ChangeResult.Refused;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresMessageChangesTest {

    private final ChangeScene scene = new ChangeScene();

    @AfterAll
    void close() {
        scene.close();
    }

    private ConversationSummary seenByAgent(ConversationId conversation) {
        return scene.list.find(conversation, scene.agent).orElseThrow();
    }

    @Test
    void anEditTakesAPlaceOfItsOwnAndTheMessageShowsTheNewText() {
        var answer = scene.answered("we are opne");
        var edit = scene.changed(scene.change(answer, "we are open"));

        assertThat(edit.sequence()).isEqualTo(3);
        assertThat(edit.message().content()).isEqualTo("we are open");
        assertThat(edit.message().sequence()).isEqualTo(2);
        assertThat(edit.message().history().editedAt()).isNotNull();
        var entries = scene.entries(answer.conversation());
        assertThat(entries).extracting(Message::sequence).containsExactly(1L, 2L, 3L);
        assertThat(entries.get(1)).isEqualTo(edit.message());
        assertThat(entries.getLast().target()).isEqualTo(answer.id());
        assertThat(entries.getLast().content()).isEqualTo("we are open");
        assertThat(scene.recorder.changed).contains(3L);
    }

    @Test
    void whatFollowsAChangeIsNumberedAfterIt() {
        var answer = scene.answered("one");
        scene.changed(scene.change(answer, "two"));

        assertThat(scene.stored(scene.shop.fromAgent(answer.conversation(), "next"))
                        .sequence())
                .isEqualTo(4);
    }

    @Test
    void aDeletedMessageHasNeitherTextNorFilesWhoeverReadsIt() {
        var conversation = scene.shop.conversation();
        scene.stored(fromVisitor(conversation, scene.shop.visitor(), "question"));
        var file = new Attachment(UUID.randomUUID(), "a.png", "image/png", 1, true, 1, 1, false);
        scene.database.execute("insert into attachment (organization_id, id, uploader, uploader_id, name, mime_type,"
                + " declared_type, size, inline, state) values ('%s', '%s', 'agent', '%s', 'a', 'b', 'b', 1, true, 'given')"
                        .formatted(scene.shop.organization(), file.id(), scene.shop.agent()));
        var answer = scene.stored(
                new Draft(conversation, UUID.randomUUID(), scene.agent, "my password is 1234", List.of(file)));
        scene.changed(scene.change(answer, "my password is 12345"));
        scene.changed(scene.change(answer, null));

        var entries = scene.entries(conversation);
        assertThat(entries).hasSize(4);
        assertThat(entries.subList(1, 4)).allSatisfy(entry -> {
            assertThat(entry.content()).isEmpty();
            assertThat(entry.attachments()).isEmpty();
            assertThat(entry.history().deletedAt()).isNotNull();
        });
        assertThat(texts()).noneMatch(text -> text.contains("password"));
        assertThat(state(file.id())).isEqualTo("leaving");
    }

    private List<String> texts() {
        return scene.database
                .application()
                .inOrganization(
                        scene.shop.organization(),
                        handle -> handle.createQuery("select content from message")
                                .mapTo(String.class)
                                .list());
    }

    private String state(UUID file) {
        return scene.database
                .application()
                .inOrganization(
                        scene.shop.organization(),
                        handle -> handle.createQuery("select state from attachment where id = :id")
                                .bind("id", file)
                                .mapTo(String.class)
                                .one());
    }

    @Test
    void aRepeatedChangeIsDoneOnceAlsoWhenAnotherCameAfterIt() {
        var answer = scene.answered("one");
        var first = scene.change(answer, "two");
        var before = scene.changed(first);

        assertThat(scene.corrections.change(first, false)).isEqualTo(before);
        scene.changed(scene.change(answer, "three"));
        var late = new Change(first.conversation(), first.id(), first.target(), scene.agent, "two", Instant.MAX);
        assertThat(scene.changed(late).message().content()).isEqualTo("three");
        assertThat(scene.entries(answer.conversation())).hasSize(4);
    }

    @Test
    void anIdOfSomethingElseIsAConflict() {
        var answer = scene.answered("one");
        var edit = scene.change(answer, "two");
        scene.changed(edit);
        var other = new Change(edit.conversation(), edit.id(), edit.target(), scene.agent, "other", edit.at());
        var deletion = new Change(edit.conversation(), edit.id(), edit.target(), scene.agent, null, edit.at());
        var taken = new Change(edit.conversation(), answer.id(), answer.id(), scene.agent, "two", edit.at());

        assertThat(List.of(other, deletion, taken))
                .allSatisfy(each ->
                        assertThat(scene.corrections.change(each, false)).isEqualTo(new Refused(Refusal.ID_CONFLICT)));
        assertThat(scene.post(new Draft(edit.conversation(), edit.id(), scene.agent, "two", List.of())))
                .isEqualTo(new PostResult.IdConflict());
    }

    @Test
    void aResentDraftOfAChangedMessageIsADuplicate() {
        var conversation = scene.shop.conversation();
        scene.stored(fromVisitor(conversation, scene.shop.visitor(), "question"));
        var draft = scene.shop.fromAgent(conversation, "first");
        var answer = scene.stored(draft);
        scene.changed(scene.change(answer, "second"));
        assertThat(scene.post(draft)).isInstanceOf(PostResult.Duplicate.class);
        scene.changed(scene.change(answer, null));
        assertThat(scene.post(draft)).isInstanceOf(PostResult.Duplicate.class);
        assertThat(scene.post(
                        new Draft(conversation, draft.id(), new Author.Agent(UUID.randomUUID()), "first", List.of())))
                .isEqualTo(new PostResult.IdConflict());
    }

    @Test
    void onlyItsAuthorChangesAMessageAndOnlyForSomeTime() {
        var answer = scene.answered("mine");
        var question = scene.entries(answer.conversation()).getFirst();
        var stranger = new Author.Agent(UUID.randomUUID());
        var late = answer.timestamp().plus(ChangeScene.WINDOW);
        var id = UUID.randomUUID();
        var conversation = answer.conversation();

        assertThat(refusal(new Change(conversation, id, answer.id(), stranger, "x", answer.timestamp()), true))
                .contains(Refusal.MESSAGE_NOT_YOURS);
        assertThat(refusal(new Change(conversation, id, answer.id(), stranger, null, answer.timestamp()), false))
                .contains(Refusal.MESSAGE_NOT_YOURS);
        assertThat(refusal(new Change(conversation, id, question.id(), scene.agent, null, answer.timestamp()), true))
                .contains(Refusal.MESSAGE_NOT_YOURS);
        assertThat(refusal(new Change(conversation, id, answer.id(), scene.agent, "x", late), false))
                .contains(Refusal.CHANGE_TOO_LATE);
        assertThat(refusal(new Change(conversation, id, answer.id(), scene.agent, null, late), false))
                .contains(Refusal.CHANGE_TOO_LATE);
        assertThat(scene.entries(conversation)).hasSize(2);
        assertThat(refusal(new Change(conversation, id, answer.id(), stranger, null, late), true))
                .isEmpty();
        assertThat(refusal(scene.change(answer, "back again"), true)).contains(Refusal.MESSAGE_DELETED);
    }

    private Optional<Refusal> refusal(Change change, boolean moderates) {
        return scene.corrections.change(change, moderates) instanceof Refused(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    @Test
    void whatIsNoMessageOfTheConversationCannotBeChanged() {
        var answer = scene.answered("here");
        var elsewhere = scene.answered("there");
        var edit = scene.changed(scene.change(answer, "now"));
        var entry = scene.entries(answer.conversation()).get((int) edit.sequence() - 1);
        var foreign = new Change(
                answer.conversation(), UUID.randomUUID(), elsewhere.id(), scene.agent, "x", answer.timestamp());
        var nowhere = new Change(
                scene.shop.conversation(), UUID.randomUUID(), answer.id(), scene.agent, "x", answer.timestamp());

        assertThat(List.of(foreign, nowhere, scene.change(entry, "x")))
                .allSatisfy(each -> assertThat(refusal(each, true)).contains(Refusal.NOT_FOUND));
    }

    @Test
    void theListShowsTheLastMessageAsItIsNowAndCountsNoChange() {
        var answer = scene.answered("one");
        scene.changed(scene.change(answer, "two"));

        var row = seenByAgent(answer.conversation());
        assertThat(row.lastSequence()).isEqualTo(3);
        assertThat(row.unread()).isEqualTo(1);
        var last = row.lastMessage();
        assertThat(last == null ? "" : last.content()).isEqualTo("two");
        var visitor = new Author.Visitor(row.visitor());
        assertThat(scene.list.find(answer.conversation(), visitor).orElseThrow().unread())
                .isEqualTo(1);
    }

    @Test
    void twoChangesAtOnceAreOneAfterTheOther() {
        var answer = scene.answered("one");
        List<ChangeResult> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> scene.corrections.change(scene.change(answer, null), false)))
                    .toList()
                    .forEach(each -> results.add(MessageWriterFaultsTest.result(each)));
        }
        assertThat(results).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(new Refused(Refusal.MESSAGE_DELETED)::equals)
                .hasSize(19);
    }
}
