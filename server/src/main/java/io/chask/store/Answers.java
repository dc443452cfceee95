package io.chask.store;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Message;
import io.chask.conversation.Opening;
import io.chask.conversation.PostResult;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the senders of a committed batch and announces what is new, in the order of the batch, which is the order
/// of the sequences. The
/// writer announces, not the senders: they wake in any order.
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Announcer announcer;

    Answers(Announcer announcer) {
        this.announcer = announcer;
    }

    /// Tells everyone; one outcome for each entry.
    void tell(List<Entry> batch, List<Outcome> outcomes) {
        Set<ConversationId> reopened = new HashSet<>();
        for (int at = 0; at < batch.size(); at++) {
            Entry entry = batch.get(at);
            Outcome outcome = outcomes.get(at);
            boolean first = outcome.reopens() && reopened.add(entry.conversation());
            switch (outcome.kind()) {
                case STORED -> stored(entry, outcome, first);
                case DUPLICATE -> duplicate(entry, outcome);
                case CONFLICT -> entry.answer.complete(new PostResult.IdConflict());
                case LOCKED -> entry.answer.complete(new PostResult.Closed());
                case FOREIGN, MISSING -> entry.answer.complete(new PostResult.NotFound());
            }
            entry.uncertain = false;
        }
    }

    private void stored(Entry entry, Outcome outcome, boolean reopened) {
        Message message = message(entry, outcome);
        Opening opening = message.sequence() == 1 ? Opening.OPENED : reopened ? Opening.REOPENED : Opening.NONE;
        entry.answer.complete(new PostResult.Stored(message, opening));
        announce(new Announcement(message, visitor(outcome), opening));
    }

    private void duplicate(Entry entry, Outcome outcome) {
        if (entry.uncertain) {
            stored(entry, outcome, false);
        } else {
            entry.answer.complete(new PostResult.Duplicate(message(entry, outcome)));
        }
    }

    private void announce(Announcement announcement) {
        try {
            announcer.posted(announcement);
        } catch (RuntimeException e) {
            LOG.error(
                    "announcing message {} failed; it is stored, and readers will find it",
                    announcement.message().id(),
                    e);
        }
    }

    private static Message message(Entry entry, Outcome outcome) {
        Instant at = outcome.at();
        if (at == null) {
            throw new IllegalStateException("a stored message without a time");
        }
        return Message.of(entry.draft, outcome.sequence(), at);
    }

    private static UUID visitor(Outcome outcome) {
        UUID visitor = outcome.visitor();
        if (visitor == null) {
            throw new IllegalStateException("a stored message in no conversation");
        }
        return visitor;
    }
}
