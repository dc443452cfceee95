package io.chask.contact;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// By which words of their visitors conversations are found, within the transaction that changes a visitor.
record Descriptions(Handle handle, UUID organization) {

    // Kept in the rows, so that a crash before the worker comes to them loses nothing. Locked in the worker's order.
    static final String UNDESCRIBE = """
            with his as (
              select p.conversation_id from conversation c
              join search_progress p on p.organization_id = c.organization_id and p.conversation_id = c.id
              where c.organization_id = :organization and c.visitor_id = any(:visitors) and c.visitor_id is not null
              order by p.conversation_id for no key update of p)
            update search_progress p set described = false from his
            where p.organization_id = :organization and p.conversation_id = his.conversation_id
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
