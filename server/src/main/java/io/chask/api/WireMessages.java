package io.chask.api;

import io.chask.attachment.SignedLinks;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.AuthorProfile;
import io.chask.conversation.Authors;
import io.chask.conversation.Message;
import io.chask.delivery.MessageViews;
import io.chask.wire.Sender;
import io.chask.wire.WireAttachment;
import io.chask.wire.WireAuthor;
import io.chask.wire.WireMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Committed messages in the form clients see, with fresh links to their files and the names of their agents. A visitor
/// is
/// never named here: his own page knows him, and agents see him beside the thread.
public final class WireMessages implements MessageViews {

    private final SignedLinks links;
    private final Authors authors;

    public WireMessages(SignedLinks links, Authors authors) {
        this.links = links;
        this.authors = authors;
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
        var agents = messages.stream()
                .map(Message::author)
                .filter(Author.Agent.class::isInstance)
                .map(author -> ((Author.Agent) author).id())
                .collect(Collectors.toSet());
        Map<UUID, AuthorProfile> profiles = agents.isEmpty()
                ? Map.of()
                : authors.agents(messages.getFirst().conversation().organization(), agents);
        return messages.stream().map(message -> one(message, profiles)).toList();
    }

    private WireMessage one(Message message, Map<UUID, AuthorProfile> profiles) {
        var organization = message.conversation().organization();
        return new WireMessage(
                message.id(),
                message.sequence(),
                sender(message.author()),
                author(message.author(), profiles),
                message.content(),
                message.timestamp(),
                message.attachments().stream()
                        .map(attachment -> attachment(organization, attachment))
                        .toList());
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
