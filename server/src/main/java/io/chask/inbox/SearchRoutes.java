package io.chask.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.api.PageQuery;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationList;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.search.Highlighter;
import io.chask.search.Match;
import io.chask.search.Phone;
import io.chask.search.Search;
import io.chask.search.Search.Text;
import io.chask.search.SearchTerms;
import io.chask.search.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds conversations for agents.
final class SearchRoutes {

    private static final int LONGEST_QUERY = 500;

    private final AgentAccess access;
    private final Search search;
    private final ConversationList list;
    private final ConversationBodies bodies;

    SearchRoutes(AgentAccess access, Search search, ConversationList list, ConversationBodies bodies) {
        this.access = access;
        this.search = search;
        this.list = list;
        this.bodies = bodies;
    }

    /// `next` is there even when it is null: the contract says so.
    record Page(List<Hit> hits, @JsonInclude @Nullable String next) {}

    /// The schema `SearchHit` of the HTTP contract.
    record Hit(
            ConversationBody conversation,
            long matches,
            @Nullable FoundMessage message,
            @Nullable List<Segment> name,
            @Nullable List<Segment> email,
            @Nullable List<Segment> phone,
            @Nullable List<Segment> company,
            @Nullable List<Segment> userId,
            List<String> tags) {}

    record FoundMessage(
            UUID id,
            long sequence,
            String sender,
            Instant timestamp,
            List<Segment> segments,
            List<List<Segment>> files) {}

    /// `GET /v1/search`
    Response search(Request request) {
        var agent = access.reader(request).session().agent();
        int limit = PageQuery.limit(request);
        var after = request.query("cursor").map(SearchCursor::parse).orElse(null);
        var typed = request.query("q").orElse("");
        if (typed.length() > LONGEST_QUERY) {
            throw new Refused(Problem.field("q", "must be at most " + LONGEST_QUERY + " characters"));
        }
        var terms = SearchTerms.parse(typed);
        if (terms.isEmpty()) {
            return Response.json(200, new Page(List.of(), null));
        }
        var found = search.find(agent.organization(), terms.get(), after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? SearchCursor.after(page.getLast()) : null;
        var hits = hits(agent.organization(), terms.get(), page, new Author.Agent(agent.id()));
        return Response.json(200, new Page(hits, next));
    }

    private List<Hit> hits(UUID organization, SearchTerms terms, List<Match> page, Author.Agent agent) {
        var ids = page.stream().map(match -> match.conversation().value()).toList();
        Map<UUID, ConversationBody> known = bodies.of(organization, list.of(organization, ids, agent), agent).stream()
                .collect(Collectors.toMap(ConversationBody::id, Function.identity()));
        var matches = page.stream()
                .filter(match -> known.containsKey(match.conversation().value()))
                .toList();
        List<Text> texts = new ArrayList<>();
        matches.forEach(match -> addTexts(texts, match, known));
        var highlighter = search.highlighter(organization, terms, texts);
        return matches.stream()
                .flatMap(match -> Stream.ofNullable(
                                known.get(match.conversation().value()))
                        .map(body -> hit(match, body, highlighter)))
                .toList();
    }

    private static void addTexts(List<Text> texts, Match match, Map<UUID, ConversationBody> known) {
        var message = match.message();
        if (message != null) {
            texts.add(new Text(match.language(), message.content()));
            message.files().forEach(name -> texts.add(new Text(match.language(), name)));
        }
        var body = known.get(match.conversation().value());
        if (body != null) {
            var visitor = body.visitor();
            Stream.of(visitor.name(), visitor.email(), visitor.phone(), company(visitor), visitor.userId())
                    .map(SearchRoutes::text)
                    .forEach(text -> texts.add(new Text(match.language(), text)));
            Phone.forms(text(visitor.phone())).forEach(form -> texts.add(new Text(match.language(), form)));
            body.tags().forEach(tag -> texts.add(new Text(match.language(), tag)));
        }
    }

    private static Hit hit(Match match, ConversationBody body, Highlighter highlighter) {
        var visitor = body.visitor();
        return new Hit(
                body,
                match.matches(),
                message(match, highlighter),
                marked(visitor.name(), highlighter),
                marked(visitor.email(), highlighter),
                phone(visitor.phone(), highlighter),
                marked(company(visitor), highlighter),
                marked(visitor.userId(), highlighter),
                body.tags().stream().filter(highlighter::marks).toList());
    }

    private static @Nullable FoundMessage message(Match match, Highlighter highlighter) {
        var message = match.message();
        return message == null
                ? null
                : new FoundMessage(
                        message.id(),
                        message.sequence(),
                        message.sender(),
                        message.timestamp(),
                        highlighter.segments(message.content()),
                        message.files().stream()
                                .filter(highlighter::marks)
                                .map(highlighter::segments)
                                .toList());
    }

    private static @Nullable List<Segment> marked(@Nullable String text, Highlighter highlighter) {
        return text != null && highlighter.marks(text) ? highlighter.segments(text) : null;
    }

    /// All of it is the hit where it was looked for without its blanks.
    private static @Nullable List<Segment> phone(@Nullable String phone, Highlighter highlighter) {
        boolean whole = phone != null && Phone.forms(phone).stream().anyMatch(highlighter::marks);
        return phone != null && whole ? List.of(new Segment(phone, true)) : marked(phone, highlighter);
    }

    private static @Nullable String company(VisitorBody visitor) {
        var company = visitor.company();
        return company == null ? null : company.name();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
