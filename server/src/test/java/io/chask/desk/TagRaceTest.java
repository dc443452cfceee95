package io.chask.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.database.HeldTransaction;
import io.chask.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Tags that somebody else makes, renames, merges or deletes at this moment.
@Timeout(60)
final class TagRaceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final UUID organization = UUID.randomUUID();
    private final UUID vip = UUID.randomUUID();
    private final ConversationId conversation = new ConversationId(organization, UUID.randomUUID());
    private final Tags tags = new Tags(DATABASE.application(), (_, _) -> {}, UUID::randomUUID);

    TagRaceTest() {
        DATABASE.execute("""
                insert into organization (organization_id, name) values ('%1$s', 'Shop');
                insert into visitor (organization_id, id) values ('%1$s', '%2$s');
                insert into conversation (organization_id, id, visitor_id) values ('%1$s', '%2$s', '%2$s');
                insert into tag (organization_id, id, name) values ('%1$s', '%3$s', 'vip');
                """.formatted(organization, conversation.value(), vip));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static HeldTransaction held(String sql) throws SQLException {
        return new HeldTransaction(DATABASE, sql);
    }

    private CompletableFuture<Tags.Result> adding(String... names) {
        var added = Stream.of(names).map(TagName::new).toList();
        return CompletableFuture.supplyAsync(() -> tags.change(conversation, added, List.of()));
    }

    private CompletableFuture<Tags.Result> removing(String name) {
        return CompletableFuture.supplyAsync(() -> tags.change(conversation, List.of(), List.of(new TagName(name))));
    }

    private String describe() {
        return """
                insert into search_progress (organization_id, conversation_id, indexed, described) values ('%s', '%s', 0, true)
                """.formatted(organization, conversation.value());
    }

    private long carried(String name) {
        return DATABASE.count("select count(*) from conversation_tag k join tag t on t.id = k.tag_id"
                + " where k.conversation_id = '" + conversation.value() + "' and t.name = '" + name + "'");
    }

    private String lock() {
        return "select from tag where id = '" + vip + "' for update";
    }

    @Test
    void aTagThatIsBeingDeletedBecomesANewOne() throws SQLException {
        try (var admin = held(lock())) {
            var adding = adding("VIP");
            admin.awaitWaiting();
            admin.execute("delete from tag where id = '" + vip + "'");
            admin.commit();
            assertThat(adding.join()).isEqualTo(Tags.Result.DONE);
        }
        assertThat(carried("VIP")).isEqualTo(1);
    }

    @Test
    void aTagThatIsBeingRenamedBecomesANewOneOfItsFormerName() throws SQLException {
        try (var admin = held(lock())) {
            var adding = adding("vip");
            admin.awaitWaiting();
            admin.execute("update tag set name = 'important' where id = '" + vip + "'");
            admin.commit();
            assertThat(adding.join()).isEqualTo(Tags.Result.DONE);
        }
        assertThat(carried("vip")).isEqualTo(1);
        assertThat(carried("important")).isZero();
    }

    /// Who deletes a tag holds it, says that its conversations are to be written down anew, and takes it off them last.
    @Test
    void aTagThatIsBeingDeletedIsTakenOff() throws SQLException {
        adding("vip").join();
        try (var admin = held(lock())) {
            admin.execute(
                    "update search_progress set described = false where organization_id = '" + organization + "'");
            var removing = removing("vip");
            admin.awaitWaiting();
            admin.execute("delete from tag where id = '" + vip + "'");
            admin.commit();
            assertThat(removing.join()).isEqualTo(Tags.Result.DONE);
        }
        assertThat(carried("vip")).isZero();
    }

    @Test
    void whatIsWrittenDownForTheFirstTimeMeanwhileIsWrittenDownAnew() throws SQLException {
        try (var worker = held(describe())) {
            var adding = adding("vip");
            worker.awaitWaiting();
            worker.commit();
            assertThat(adding.join()).isEqualTo(Tags.Result.DONE);
        }
        assertThat(DATABASE.count("select count(*) from search_progress where not described and conversation_id = '"
                        + conversation.value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void twoWhoMakeTheSameTagsInOtherOrdersDoNotWaitForEachOther() throws SQLException {
        String make = "insert into tag (organization_id, id, name) values ('%s', gen_random_uuid(), '%s')";
        try (var other = held(make.formatted(organization, "alpha"))) {
            var adding = adding("beta", "alpha");
            other.awaitWaiting();
            other.execute(make.formatted(organization, "beta"));
            other.commit();
            assertThat(adding.join()).isEqualTo(Tags.Result.DONE);
        }
        assertThat(carried("alpha") + carried("beta")).isEqualTo(2);
    }
}
