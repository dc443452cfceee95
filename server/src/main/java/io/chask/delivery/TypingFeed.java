package io.chask.delivery;

import io.chask.conversation.ConversationId;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameEncoder;
import io.chask.wire.Sender;
import io.chask.wire.ServerFrame;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells who is writing: an agent's colleagues at once, and the other side where the organization shows it, as it
/// is set at that moment.
final class TypingFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TypingFeed.class);
    /// Signs that wait to be told. What is beyond is dropped: signs are the first to go under pressure.
    private static final int WAITING = 1_024;

    private final Subscriptions subscriptions;
    private final TypingSigns signs;
    // One thread: that somebody has stopped never overtakes that he had begun.
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("delivery-typing").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    TypingFeed(Subscriptions subscriptions, TypingSigns signs) {
        this.subscriptions = subscriptions;
        this.signs = signs;
    }

    /// Never blocks.
    void tell(ConversationId conversation, UUID visitor, boolean active, TypingAuthor author) {
        var organization = conversation.organization();
        var frame =
                FrameEncoder.encode(new ServerFrame.Typing(conversation.value(), active, author.from(), author.name()));
        if (author.from() != Sender.AGENT) {
            if (!subscriptions.watchers(conversation).isEmpty()) {
                whereShown(organization, () -> tellWatchers(conversation, author, frame));
            }
            return;
        }
        tellWatchers(conversation, author, frame);
        if (!subscriptions.ofVisitor(organization, visitor).isEmpty()) {
            whereShown(
                    organization,
                    () -> subscriptions.ofVisitor(organization, visitor).forEach(receiver -> receiver.tell(frame)));
        }
    }

    private void whereShown(UUID organization, Runnable tell) {
        thread.execute(() -> {
            try {
                if (signs.shownIn(organization)) {
                    tell.run();
                }
            } catch (RuntimeException failure) {
                LOG.warn("a sign that somebody is writing was not told", failure);
            }
        });
    }

    private void tellWatchers(ConversationId conversation, TypingAuthor author, EncodedFrame frame) {
        for (var receiver : subscriptions.watchers(conversation)) {
            if (!receiver.connection().id().equals(author.connection())) {
                receiver.tell(frame);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
