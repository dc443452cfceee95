package io.chask.store;

import io.chask.audit.Actor;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.database.TestDatabase;
import io.chask.organization.Organizations;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An organization with visitors and an agent, for tests of the store.
record Shop(TestDatabase database, UUID organization, UUID agent) {

    static Shop create(TestDatabase database) {
        UUID organization = new Organizations(database.application(), new SecureRandom())
                .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
                .organization()
                .id();
        UUID agent = UUID.randomUUID();
        database.execute(
                "insert into agent (organization_id, id, email, name, password_hash) values ('%s', '%s', '%s', 'Ana', '-')"
                        .formatted(organization, agent, agent + "@example.com"));
        return new Shop(database, organization, agent);
    }

    UUID visitor() {
        UUID visitor = UUID.randomUUID();
        database.execute(
                "insert into visitor (organization_id, id) values ('%s', '%s')".formatted(organization, visitor));
        return visitor;
    }

    /// Many at once.
    List<UUID> visitors(int number) {
        List<UUID> visitors = Stream.generate(UUID::randomUUID).limit(number).toList();
        String ids = visitors.stream().map(UUID::toString).collect(Collectors.joining(","));
        database.execute("insert into visitor (organization_id, id) select '%s', unnest('{%s}'::uuid[])"
                .formatted(organization, ids));
        return visitors;
    }

    ConversationId conversation() {
        return new ConversationId(organization, UUID.randomUUID());
    }

    static Draft fromVisitor(ConversationId conversation, UUID visitor, String content) {
        return new Draft(conversation, UUID.randomUUID(), new Author.Visitor(visitor), content, List.of());
    }

    Draft fromAgent(ConversationId conversation, String content) {
        return new Draft(conversation, UUID.randomUUID(), new Author.Agent(agent), content, List.of());
    }
}
