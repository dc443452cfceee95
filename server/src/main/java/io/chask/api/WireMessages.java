package io.chask.api;

import io.chask.attachment.SignedLinks;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.AuthorProfile;
import io.chask.conversation.Authors;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.delivery.MessageViews;
import io.chask.wire.Sender;
import io.chask.wire.WireAttachment;
import io.chask.wire.WireAuthor;
import io.chask.wire.WireHistory;
import io.chask.wire.WireMessage;
import io.chask.wire.WireQuote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Committed messages in the form clients see, with fresh links to their files and the names of their agents. A visitor
/// is
/// never named here: his own page knows him, and agents see him beside the thread.
public final class WireMessages implements MessageViews {

    /// Code points of a quote.
    private static final int PREVIEW = 160;

    private final SignedLinks links;
    private final Authors authors;
    private final MessageLog log;

    /// @param log where the messages that others answer are looked up
    public WireMessages(SignedLinks links, Authors authors, MessageLog log) {
        this.links = links;
        this.authors = authors;
        this.log = log;
    }

    @Override
    public List<WireMessage> forVisitor(List<Message> messages) {
        return of(messages);
    }

    @Override
    public List<WireMessage> forAgents(List<Message> messages) {
        return of(messages);
    }

    /// The messages of one organization. May block.
    List<WireMessage> of(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var organization = messages.getFirst().conversation().organization();
        var quoted = quoted(messages);
        var agents = Stream.concat(messages.stream(), quoted.values().stream())
                .map(Message::author)
                .filter(Author.Agent.class::isInstance)
                .map(author -> ((Author.Agent) author).id())
                .collect(Collectors.toSet());
        Map<UUID, AuthorProfile> profiles = agents.isEmpty() ? Map.of() : authors.agents(organization, agents);
        return messages.stream().map(message -> one(message, profiles, quoted)).toList();
    }

    private Map<UUID, Message> quoted(List<Message> messages) {
        Map<ConversationId, Set<UUID>> ids = new HashMap<>();
        for (var message : messages) {
            if (message.replyTo() != null) {
                ids.computeIfAbsent(message.conversation(), _ -> new HashSet<>())
                        .add(message.replyTo());
            }
        }
        Map<UUID, Message> quoted = new HashMap<>();
        ids.forEach((conversation, those) ->
                log.all(conversation, those).forEach(message -> quoted.put(message.id(), message)));
        return quoted;
    }

    private WireMessage one(Message message, Map<UUID, AuthorProfile> profiles, Map<UUID, Message> quoted) {
        var organization = message.conversation().organization();
        var original = message.replyTo() == null ? null : quoted.get(message.replyTo());
        return new WireMessage(
                message.id(),
                message.sequence(),
                sender(message.author()),
                author(message.author(), profiles),
                message.content(),
                message.timestamp(),
                message.attachments().stream()
                        .map(attachment -> attachment(organization, attachment))
                        .toList(),
                history(message),
                original == null ? null : quote(original, profiles));
    }

    /// A change tells only what it did; the times of its target are its own.
    private static WireHistory history(Message message) {
        var history = message.history();
        if (message.isChange()) {
            boolean deletes = history.deletedAt() != null;
            return new WireHistory(deletes ? null : message.target(), deletes ? message.target() : null, 0, null, null);
        }
        return history.revision() == 0
                ? WireHistory.NONE
                : new WireHistory(null, null, history.revision(), history.editedAt(), history.deletedAt());
    }

    private static WireQuote quote(Message original, Map<UUID, AuthorProfile> profiles) {
        return new WireQuote(
                original.id(),
                original.sequence(),
                sender(original.author()),
                author(original.author(), profiles),
                preview(original.content()),
                original.history().deletedAt() != null);
    }

    private static String preview(String content) {
        var line = content.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= PREVIEW
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW));
    }

    private static Sender sender(Author author) {
        return switch (author.sender()) {
            case USER -> Sender.USER;
            case AGENT -> Sender.AGENT;
            case SYSTEM -> Sender.SYSTEM;
        };
    }

    private static @Nullable WireAuthor author(Author author, Map<UUID, AuthorProfile> profiles) {
        if (!(author instanceof Author.Agent agent)) {
            return null;
        }
        var profile = profiles.get(agent.id());
        return new WireAuthor(
                agent.id(),
                profile == null ? null : profile.name(),
                profile == null ? null : profile.avatarUrl(),
                WireAuthor.Kind.HUMAN);
    }

    private WireAttachment attachment(UUID organization, Attachment attachment) {
        return new WireAttachment(
                attachment.id(),
                attachment.name(),
                attachment.mimeType(),
                attachment.size(),
                links.link(organization, attachment.id()),
                attachment.thumbnail() ? links.thumbnailLink(organization, attachment.id()) : null,
                attachment.inline(),
                attachment.width(),
                attachment.height());
    }
}
