package io.chask.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.contact.Arrival;
import io.chask.contact.Identification;
import io.chask.contact.Page;
import io.chask.contact.Person;
import io.chask.contact.Visitors;
import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import io.chask.desk.TagName;
import io.chask.desk.Tags;
import io.chask.identity.Identity;
import io.chask.organization.Organizations;
import io.chask.organization.Token;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What changes besides the messages is found also where nobody was told of it: the node stopped between the change and
/// the writing down of its words, or failed at that.
final class DescribedAnewTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Database WATCHER = Database.open(DATABASE.owner(), DatabaseRole.WATCHER, 1);
    /// More than are told of as rows of the list.
    private static final int MANY = 60;

    private final SecureRandom random = new SecureRandom();
    private final UUID organization = new Organizations(DATABASE.application(), random)
            .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
            .organization()
            .id();
    private final Token token = Token.create(organization, random);
    private final UUID visitor = visitor(token);
    private final List<UUID> told = new ArrayList<>();
    private final Visitors visitors = new Visitors(DATABASE.application(), (_, conversation) -> told.add(conversation));
    private final Identification identification =
            new Identification(DATABASE.application(), random, (_, conversation) -> told.add(conversation));

    @AfterAll
    static void drop() {
        WATCHER.close();
        DATABASE.close();
    }

    private UUID visitor(Token token) {
        var id = UUID.randomUUID();
        DATABASE.execute(
                "insert into visitor (organization_id, id, name, token_hash) values ('%s', '%s', 'Ada', '\\x%s')"
                        .formatted(organization, id, HexFormat.of().formatHex(token.hash())));
        return id;
    }

    /// Conversations of the visitor, which are all indexed.
    private void conversations(int number) {
        DATABASE.execute("""
                insert into conversation (organization_id, id, visitor_id)
                select '%s', gen_random_uuid(), '%s' from generate_series(1, %d)
                """.formatted(organization, visitor, number));
        restarted();
    }

    /// Another node, or this one after its start.
    private void restarted() {
        new SearchIndexer(DATABASE.application(), WATCHER).catchUp();
    }

    private long found(String word) {
        return DATABASE.count("select count(*) from search_entry where organization_id = '" + organization
                + "' and words @@ '" + word + "'::tsquery");
    }

    private Token identify(Token before, String userId, @Nullable String name) {
        var key = DATABASE.application()
                .inOrganization(
                        organization,
                        handle -> handle.createQuery("select id from api_key")
                                .mapTo(UUID.class)
                                .one());
        var identity =
                new Identity(userId, name, null, null, null, null, Instant.now().plusSeconds(60));
        return identification
                .identify(organization, before, identity, new Arrival(key, null, Page.UNKNOWN, null))
                .token();
    }

    private void rename(String name) {
        visitors.change(
                organization, visitor, _ -> new Person(null, name, null, null, null, null, null, null, Map.of()));
    }

    @Test
    void aTag() {
        conversations(1);
        var conversation = DATABASE.application()
                .inOrganization(
                        organization,
                        handle -> handle.createQuery("select id from conversation")
                                .mapTo(UUID.class)
                                .one());
        var tags = new Tags(DATABASE.application(), (_, _) -> {}, UUID::randomUUID);
        tags.change(new ConversationId(organization, conversation), List.of(new TagName("vip")), List.of());
        restarted();
        assertThat(found("vip")).isEqualTo(1);
        tags.change(new ConversationId(organization, conversation), List.of(), List.of(new TagName("VIP")));
        restarted();
        assertThat(found("vip")).isZero();
    }

    @Test
    void aNameInAllOfHisConversations() {
        conversations(MANY);
        rename("Grace");
        assertThat(told).hasSize(MANY);
        restarted();
        assertThat(found("ada")).isZero();
        assertThat(found("grace")).isEqualTo(MANY);
    }

    @Test
    void whoSaysWhatIsKnownHasNothingWrittenAnew() {
        conversations(1);
        rename("Ada");
        identify(identify(token, "u-1", "Ada"), "u-1", "Ada");
        assertThat(told).hasSize(1);
    }

    @Test
    void theIdByWhichSomebodyIsKnownFromNowOn() {
        conversations(MANY);
        identify(token, "u77", null);
        assertThat(told).hasSize(MANY);
        restarted();
        assertThat(found("u77")).isEqualTo(MANY);
    }

    @Test
    void whoseTheConversationsAreNow() {
        var other = Token.create(organization, random);
        visitor(other);
        identify(other, "u1", "Grace");
        conversations(MANY);
        identify(token, "u1", "Grace");
        assertThat(told).hasSize(MANY);
        restarted();
        assertThat(found("ada")).isZero();
        assertThat(found("grace")).isEqualTo(MANY);
    }

    @Test
    void theNameOfSomebodyWhoIsKnown() {
        conversations(MANY);
        var session = identify(token, "u2", "Ada");
        restarted();
        identify(session, "u2", "Grace");
        restarted();
        assertThat(found("ada")).isZero();
        assertThat(found("grace")).isEqualTo(MANY);
    }
}
