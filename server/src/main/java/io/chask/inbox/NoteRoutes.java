package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.api.PostRefusal;
import io.chask.conversation.Author;
import io.chask.conversation.BadDraft;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.desk.Note;
import io.chask.desk.NoteDraft;
import io.chask.desk.NoteResult;
import io.chask.desk.Notes;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Agents' notes to each other. They have routes of their own, so that no route of messages can ever give one out.
final class NoteRoutes {

    private final AgentAccess access;
    private final Notes notes;
    private final Supplier<UUID> ids;

    /// Routes of these notes.
    ///
    /// @param ids for notes that come without one
    NoteRoutes(AgentAccess access, Notes notes, Supplier<UUID> ids) {
        this.access = access;
        this.notes = notes;
        this.ids = ids;
    }

    record Wish(
            @Nullable String id,
            @Nullable String content,
            @Nullable List<String> mentions) {}

    /// The schema `Note` of the HTTP contract.
    record NoteBody(
            UUID id,
            ColleagueBody author,
            long afterSequence,
            String content,
            List<UUID> mentions,
            Instant timestamp,
            boolean unseen) {

        static NoteBody of(Note note) {
            return new NoteBody(
                    note.id(),
                    ColleagueBody.of(note.author()),
                    note.afterSequence(),
                    note.content(),
                    note.mentions(),
                    note.writtenAt(),
                    note.unseen());
        }
    }

    record Page(List<NoteBody> notes) {}

    /// `GET /v1/conversations/{id}/notes`
    Response list(Request request) {
        var agent = access.reader(request).session().agent();
        var id = new ConversationId(agent.organization(), request.pathId("id"));
        var found = notes.of(id, agent.id()).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        return Response.json(200, new Page(found.stream().map(NoteBody::of).toList()));
    }

    /// `POST /v1/conversations/{id}/notes`
    Response write(Request request) {
        var agent = access.writer(request).session().agent();
        var conversation = new ConversationId(agent.organization(), request.pathId("id"));
        return switch (notes.write(draft(conversation, agent.id(), request.json(Wish.class)))) {
            case NoteResult.Written(Note note, boolean duplicate) ->
                Response.json(duplicate ? 200 : 201, NoteBody.of(note));
            case NoteResult.IdConflict() -> throw new Refused(Reason.ID_CONFLICT);
            case NoteResult.UnknownAgent() ->
                throw new Refused(Reason.AGENT_UNKNOWN, "A mentioned agent is unknown or disabled.");
            case NoteResult.UnknownConversation() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    /// `POST /v1/conversations/{id}/mentions/seen`
    Response seen(Request request) {
        var agent = access.writer(request).session().agent();
        var conversation = new ConversationId(agent.organization(), request.pathId("id"));
        boolean known = request.query("note")
                .map(text -> notes.seen(conversation, agent.id(), id("note", text)))
                .orElseGet(() -> notes.seen(conversation, agent.id()));
        if (!known) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    private NoteDraft draft(ConversationId conversation, UUID author, Wish wish) {
        var id = wish.id() == null ? ids.get() : id("id", wish.id());
        if (wish.content() == null) {
            throw new Refused(Problem.field("content", "is missing"));
        }
        checkText(conversation, id, author, wish.content());
        var mentions = wish.mentions() == null
                ? List.<UUID>of()
                : wish.mentions().stream().map(text -> id("mentions", text)).toList();
        if (mentions.size() > NoteDraft.MAX_MENTIONS) {
            throw new Refused(Problem.field("mentions", "must be at most " + NoteDraft.MAX_MENTIONS));
        }
        return new NoteDraft(conversation, id, author, wish.content(), mentions);
    }

    /// A note may be what a message may be.
    private static void checkText(ConversationId conversation, UUID id, UUID author, String content) {
        try {
            var _ = new Draft(conversation, id, new Author.Agent(author), content, List.of());
        } catch (BadDraft bad) {
            throw PostRefusal.of(bad).exception();
        }
    }

    private static UUID id(String field, @Nullable String text) {
        var id = Uuids.parse(text);
        if (id == null) {
            throw new Refused(Problem.field(field, "must be a UUID"));
        }
        return id;
    }
}
