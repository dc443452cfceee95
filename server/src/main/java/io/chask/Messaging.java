package io.chask;

import io.chask.api.ContactProfiles;
import io.chask.api.DeskViews;
import io.chask.api.DiscreetConversationList;
import io.chask.api.StreamServices;
import io.chask.api.Tenants;
import io.chask.api.WireMessages;
import io.chask.attachment.SignedLinks;
import io.chask.config.Configuration;
import io.chask.contact.Identification;
import io.chask.contact.Visitors;
import io.chask.conversation.Announcer;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.Conversations;
import io.chask.conversation.Corrections;
import io.chask.conversation.Marks;
import io.chask.conversation.MessageLog;
import io.chask.conversation.Quotes;
import io.chask.database.Database;
import io.chask.database.Epoch;
import io.chask.delivery.DeliverySources;
import io.chask.delivery.Fanout;
import io.chask.delivery.InProcessBus;
import io.chask.delivery.Intake;
import io.chask.delivery.PositionCheck;
import io.chask.delivery.ReadReceipts;
import io.chask.delivery.Replay;
import io.chask.delivery.Subscriptions;
import io.chask.desk.Works;
import io.chask.organization.MessagePolicies;
import io.chask.presence.PresenceWatch;
import io.chask.presence.Presences;
import io.chask.rating.Ratings;
import io.chask.store.MessageWriter;
import io.chask.store.PostgresAuthors;
import io.chask.store.PostgresChanges;
import io.chask.store.PostgresConversationList;
import io.chask.store.PostgresMarks;
import io.chask.store.PostgresMessageChanges;
import io.chask.store.PostgresMessageLog;
import io.chask.store.PostgresQuotes;
import io.chask.store.WriterMetrics;
import io.chask.store.WriterSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The message's way from the rules over the log to whoever is connected.
///
/// @param wire messages as clients see them
/// @param check finds what this node was not told of
/// @param followers of what is written: for the search, the reports and the routing
/// @param corrections edits and deletions
/// @param quotes which message another answers
record Messaging(
        ConversationList list,
        WireMessages wire,
        MessageWriter writer,
        PostgresMarks marks,
        Fanout fanout,
        PositionCheck check,
        Followers followers,
        Corrections corrections,
        Quotes quotes,
        StreamServices stream)
        implements AutoCloseable {

    private static final Duration MARK_PACE = Duration.ofSeconds(1);

    /// Builds the way and lets the writers begin.
    static Messaging start(
            Foundation foundation,
            Configuration configuration,
            SignedLinks links,
            Tenants tenants,
            WriterMetrics metrics) {
        var database = foundation.application();
        var writer = writer(foundation, configuration, metrics);
        var log = new PostgresMessageLog(writer, database);
        var marks = new PostgresMarks(database, foundation.writers(), MARK_PACE);
        var wire = new WireMessages(links, new PostgresAuthors(database), log);
        var subscriptions = new Subscriptions();
        var sources = sources(database, log, marks, wire, tenants);
        var list = sources.list();
        var fanout = new Fanout(subscriptions, sources, new InProcessBus().join());
        var followers = Followers.of(foundation, writer, fanout);
        var conversations = new Conversations(log, list, marks, followers.after(fanout));
        var epoch = Epoch.read(database);
        var stream = new StreamServices(
                conversations,
                subscriptions,
                fanout,
                new Intake(conversations, fanout),
                new Replay(sources, epoch),
                presence(foundation, subscriptions, fanout),
                epoch,
                configuration.delivery().pingInterval(),
                Clock.systemUTC());
        var check =
                new PositionCheck(subscriptions, fanout, new PostgresChanges(foundation.watcher()), System::nanoTime);
        var corrections = corrections(database, followers.after(fanout));
        var quotes = new PostgresQuotes(database);
        return new Messaging(list, wire, writer, marks, fanout, check, followers, corrections, quotes, stream)
                .started();
    }

    private static DeliverySources sources(
            Database database, MessageLog log, Marks marks, WireMessages wire, Tenants tenants) {
        ReadReceipts readReceipts = tenants::showReadReceipts;
        var list = new DiscreetConversationList(new PostgresConversationList(database), readReceipts);
        var profiles = new ContactProfiles(new Visitors(database, (_, _) -> {}));
        var works = new DeskViews(new Works(database), Clock.systemUTC());
        return new DeliverySources(log, list, marks, readReceipts, tenants::showTyping, wire, profiles, works);
    }

    private static Corrections corrections(Database database, Announcer announcer) {
        var policies = new MessagePolicies(database);
        return new Corrections(
                new PostgresMessageChanges(database),
                announcer,
                organization -> policies.of(organization).window());
    }

    private static MessageWriter writer(Foundation foundation, Configuration configuration, WriterMetrics metrics) {
        var settings = WriterSettings.DEFAULT.withLanes(configuration.database().lanes());
        return new MessageWriter(foundation.writers(), settings, metrics);
    }

    private static PresenceWatch presence(Foundation foundation, Subscriptions subscriptions, Fanout fanout) {
        var presences = new Presences(foundation.application(), foundation.watcher());
        return new PresenceWatch(presences, subscriptions, fanout.presence(), Clock.systemUTC());
    }

    Conversations conversations() {
        return stream.conversations();
    }

    private Messaging started() {
        fanout.onRenamed(followers.indexer()::described);
        stream.presence().onChange(followers.routing().watch()::changed);
        followers.start();
        writer.start(followers.after(fanout));
        marks.start(fanout);
        check.start();
        stream.presence().start();
        return this;
    }

    /// Visitors' ratings, of which agents are told as of their own doings.
    Ratings ratings(Database database) {
        return new Ratings(database, this::workChanged);
    }

    /// Who visitors are by their tokens; their conversations are found by the new words at once.
    Identification identification(Database database, RandomGenerator random) {
        return new Identification(database, random, this::described);
    }

    /// Something of what agents do with a conversation has changed.
    void workChanged(ConversationId conversation, UUID visitor) {
        followers.workChanged(conversation, visitor);
    }

    /// The words by which a conversation is found have changed, besides its messages.
    void described(ConversationId conversation) {
        followers.indexer().described(conversation);
    }

    /// As [#described(ConversationId)].
    void described(UUID organization, UUID conversation) {
        described(new ConversationId(organization, conversation));
    }

    /// Lets what is under way come to its end.
    @Override
    public void close() {
        stream.presence().close();
        check.close();
        followers.close();
        writer.close();
        marks.close();
        fanout.close();
    }
}
