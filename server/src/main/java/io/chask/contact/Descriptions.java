package io.chask.contact;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// By which words of their visitors conversations are found, within the transaction that changes a visitor.
record Descriptions(Handle handle, UUID organization) {

    // Kept in the rows, so that a crash before the worker comes to them loses nothing. In the worker's order, and made
    // where there is none: one that the worker is making at this moment is waited for.
    static final String UNDESCRIBE = """
            insert into search_progress as p (organization_id, conversation_id, indexed, described)
            select c.organization_id, c.id, 0, false from conversation c
            where c.organization_id = :organization and c.visitor_id = any(:visitors) and c.visitor_id is not null
            order by c.id
            on conflict (organization_id, conversation_id) do update set described = false
            returning p.conversation_id
            """;

    /// Whether a change is one of the words, or of the language by whose rules they are read.
    static boolean differ(Person before, Person after) {
        return !words(before).equals(words(after));
    }

    private static List<@Nullable String> words(Person person) {
        var company = person.company() == null ? new Company(null, null) : person.company();
        return Arrays.asList(
                person.userId(),
                person.name(),
                person.email(),
                person.phone(),
                company.id(),
                company.name(),
                person.locale());
    }

    /// Has the words of all conversations of these visitors written down anew. To be called before their conversations
    /// are locked: whoever changes tags locks what is locked here first, and the conversation second.
    ///
    /// @return the conversations, to be told of after the commit
    List<UUID> outdate(Collection<UUID> visitors) {
        if (visitors.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(UNDESCRIBE)
                .bind("organization", organization)
                .bindArray("visitors", UUID.class, visitors.toArray())
                .mapTo(UUID.class)
                .list();
    }
}
