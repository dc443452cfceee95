package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkChanges.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The tags of organizations and of their conversations. All methods block.
public final class Tags {

    /// Most tags of one conversation.
    public static final int MOST = 20;
    /// Most tags of an organization: who has more looks for a search, not for tags.
    public static final int MOST_OF_ORGANIZATION = 500;

    private static final String ALL = """
            select t.id, t.name, (select count(*) from conversation_tag k
              where k.organization_id = t.organization_id and k.tag_id = t.id) as conversations
            from tag t where t.organization_id = :organization order by lower(t.name)
            """;
    // In one order, so that two who make the same tags do not wait for each other.
    private static final String MAKE = """
            insert into tag (organization_id, id, name)
            select :organization, n.id, n.name from unnest(:ids, :names) as n(id, name) order by lower(n.name)
            on conflict (organization_id, lower(name)) do nothing
            """;
    // A tag that somebody renames, merges or deletes is waited for, in the order in which he locks two of them; then it
    // is none of these any more.
    private static final String ADD = """
            insert into conversation_tag (organization_id, conversation_id, tag_id)
            select t.organization_id, :conversation, t.id from tag t
            where t.organization_id = :organization and lower(t.name) in (select lower(n) from unnest(:names) n)
            order by t.id for key share of t
            on conflict do nothing
            """;
    private static final String ALL_CARRIED = """
            select not exists (select from unnest(:names) n where not exists (
              select from conversation_tag k join tag t on t.organization_id = k.organization_id and t.id = k.tag_id
              where k.organization_id = :organization and k.conversation_id = :conversation
                and lower(t.name) = lower(n)))
            """;
    // Whoever renames, merges or deletes one of them is waited for before anything is changed, in his order: while he
    // holds the tag he comes to what would be changed here.
    private static final String LOCK = """
            select id from tag where organization_id = :organization
              and lower(name) in (select lower(n) from unnest(:names) n)
            order by id for key share
            """;
    private static final String REMOVE = """
            delete from conversation_tag k using tag t
            where k.organization_id = :organization and k.conversation_id = :conversation
              and t.organization_id = k.organization_id and t.id = k.tag_id
              and lower(t.name) in (select lower(n) from unnest(:names) n)
            """;
    // Kept in the row, so that a crash before the worker comes to it loses nothing.
    private static final String UNDESCRIBE = """
            insert into search_progress (organization_id, conversation_id, indexed, described)
            values (:organization, :conversation, 0, false)
            on conflict (organization_id, conversation_id) do update set described = false
            """;
    private static final String COUNT = """
            select (select count(*) from conversation_tag k
                where k.organization_id = :organization and k.conversation_id = :conversation) <= :most
              and (select count(*) from tag t where t.organization_id = :organization) <= :mostOfOrganization
            """;

    private final Database database;
    private final WorkChanges changes;
    private final Supplier<UUID> ids;

    public Tags(Database database, WorkListener listener, Supplier<UUID> ids) {
        this.database = database;
        this.changes = new WorkChanges(database, listener);
        this.ids = ids;
    }

    /// What became of a change of tags.
    public enum Result {
        DONE,
        /// More than [#MOST] of the conversation, or [#MOST_OF_ORGANIZATION]: nothing was changed.
        TOO_MANY,
        UNKNOWN_CONVERSATION
    }

    /// The organization's tags, by name.
    public List<Tag> all(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(ALL)
                        .bind("organization", organization)
                        .map((row, _) ->
                                new Tag(row.getObject("id", UUID.class), row.getString("name"), row.getLong(3)))
                        .list());
    }

    /// Adds and removes tags of a conversation; a name the organization does not have yet becomes a tag of it.
    public Result change(ConversationId conversation, List<TagName> add, List<TagName> remove) {
        try {
            return changeOnce(conversation, add, remove);
        } catch (TagGone gone) {
            // The name is free now, and becomes a tag of its own. Once more only: nobody renames all the time.
            return changeOnce(conversation, add, remove);
        }
    }

    private Result changeOnce(ConversationId conversation, List<TagName> add, List<TagName> remove) {
        try {
            return changes.make(conversation, handle -> {
                if (!WorkChanges.exists(handle, conversation)) {
                    return Outcome.same(Result.UNKNOWN_CONVERSATION);
                }
                lock(handle, conversation, add, remove);
                int removed = remove.isEmpty() ? 0 : edit(handle, REMOVE, conversation, remove);
                int added = add.isEmpty() ? 0 : add(handle, conversation, add);
                if (removed + added == 0) {
                    return Outcome.same(Result.DONE);
                }
                handle.createUpdate(UNDESCRIBE)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .execute();
                return Outcome.changed(Result.DONE);
            });
        } catch (TooMany tooMany) {
            return Result.TOO_MANY;
        }
    }

    private static void lock(Handle handle, ConversationId conversation, List<TagName> add, List<TagName> remove) {
        var names = new ArrayList<>(add);
        names.addAll(remove);
        handle.createQuery(LOCK)
                .bind("organization", conversation.organization())
                .bindArray("names", String.class, texts(names))
                .mapTo(UUID.class)
                .list();
    }

    private int add(Handle handle, ConversationId conversation, List<TagName> names) {
        handle.createUpdate(MAKE)
                .bind("organization", conversation.organization())
                .bindArray("ids", UUID.class, names.stream().map(_ -> ids.get()).toArray())
                .bindArray("names", String.class, texts(names))
                .execute();
        int added = edit(handle, ADD, conversation, names);
        if (!carriesAll(handle, conversation, names)) {
            throw new TagGone();
        }
        boolean fits = handle.createQuery(COUNT)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bind("most", MOST)
                .bind("mostOfOrganization", MOST_OF_ORGANIZATION)
                .mapTo(Boolean.class)
                .one();
        if (!fits) {
            throw new TooMany();
        }
        return added;
    }

    private static boolean carriesAll(Handle handle, ConversationId conversation, List<TagName> names) {
        return handle.createQuery(ALL_CARRIED)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bindArray("names", String.class, texts(names))
                .mapTo(Boolean.class)
                .one();
    }

    private static int edit(Handle handle, String sql, ConversationId conversation, List<TagName> names) {
        return handle.createUpdate(sql)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bindArray("names", String.class, texts(names))
                .execute();
    }

    private static Object[] texts(List<TagName> names) {
        return names.stream().map(TagName::text).toArray();
    }

    /// A tag got another name or went while it was being added. Takes the transaction back.
    private static final class TagGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TagGone() {
            super("the tag is gone", null, false, false);
        }
    }

    /// Takes the transaction back.
    private static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many tags", null, false, false);
        }
    }
}
