package io.chask.seed;

import io.chask.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// Fills an organization with invented conversations, as the database's owner and in batches.
public final class Seeder {

    private static final int BATCH = 1000;

    private static final String REAL = """
            select exists (select from conversation c
              join visitor v on v.organization_id = c.organization_id and v.id = c.visitor_id
              where c.organization_id = :organization and v.invented is null)
            """;
    private static final String AGENTS =
            "select id from agent where organization_id = :organization and disabled_at is null order by created_at, id";

    private final Database owner;

    /// @param owner pool of the database's owner
    public Seeder(Database owner) {
        this.owner = owner;
    }

    /// What was made.
    public record Made(int conversations, int messages, int agents) {}

    /// Whether the organization has conversations that nobody has invented.
    public boolean hasRealOnes(UUID organization) {
        return owner.outsideOrganizations(handle -> handle.createQuery(REAL)
                .bind("organization", organization)
                .mapTo(Boolean.class)
                .one());
    }

    /// Makes so many conversations.
    ///
    /// @throws IllegalStateException when the organization has no agent
    public Made seed(UUID organization, int conversations, RandomGenerator random, Instant now) {
        var agents = owner.outsideOrganizations(handle -> handle.createQuery(AGENTS)
                .bind("organization", organization)
                .mapTo(UUID.class)
                .list());
        if (agents.isEmpty()) {
            throw new IllegalStateException("organization " + organization + " has no agent");
        }
        var invention = new Invention(random, agents, now);
        int messages = 0;
        int left = conversations;
        while (left > 0) {
            var batch = batch(invention, Math.min(BATCH, left));
            owner.outsideOrganizations(handle -> write(handle, organization, batch));
            for (var each : conversationsOf(batch)) {
                messages += each.said().size();
                left--;
            }
        }
        return new Made(conversations, messages, agents.size());
    }

    private static List<SeededVisitor> batch(Invention invention, int conversations) {
        List<SeededVisitor> batch = new ArrayList<>();
        int left = conversations;
        while (left > 0) {
            var visitor = invention.next(left);
            batch.add(visitor);
            left -= visitor.conversations().size();
        }
        return batch;
    }

    private static List<SeededConversation> conversationsOf(List<SeededVisitor> visitors) {
        return visitors.stream().flatMap(each -> each.conversations().stream()).toList();
    }

    private static boolean write(Handle handle, UUID organization, List<SeededVisitor> batch) {
        var conversations = conversationsOf(batch);
        new VisitorRows(handle, organization).write(batch);
        new ConversationRows(handle, organization).write(conversations);
        new WorkRows(handle, organization).write(conversations);
        return true;
    }

    /// Counts what is there, as the database does by itself some time after a load: until then it plans as if the
    /// tables were small.
    public void analyze() {
        owner.outsideOrganizations(handle -> handle.execute("analyze"));
    }
}
