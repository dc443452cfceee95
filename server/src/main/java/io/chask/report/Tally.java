package io.chask.report;

import io.chask.report.Figures.Counts;
import io.chask.report.Figures.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts one conversation, in the order of what happened.
///
/// The first response is measured from the visitor's first message to the first of an agent. A resolution is measured
/// from the opening, or from when the conversation was opened again; each counts.
final class Tally {

    /// An agent who opens a conversation again so soon has taken the resolution back: it was a slip.
    static final Duration SLIP = Duration.ofMinutes(5);

    private static final Counts OPENED = new Counts(1, 0, 0);
    private static final Counts FROM_VISITOR = new Counts(0, 1, 0);
    private static final Counts FROM_AGENT = new Counts(0, 0, 1);

    private final UUID conversation;
    private final Figures figures;
    private long counted;
    private long changes;
    private @Nullable Instant begunAt;
    private @Nullable Instant askedAt;
    private boolean answered;
    private @Nullable Instant resolvedAt;

    Tally(Standing standing, Figures figures) {
        this.figures = figures;
        this.conversation = standing.conversation();
        this.counted = standing.counted();
        this.changes = standing.changes();
        this.begunAt = standing.begunAt();
        this.askedAt = standing.askedAt();
        this.answered = standing.answered();
        this.resolvedAt = standing.resolvedAt();
    }

    void count(Happening happening) {
        switch (happening) {
            case Happening.Said said -> count(said);
            case Happening.Changed changed -> count(changed);
        }
    }

    private void count(Happening.Said said) {
        counted = said.sequence();
        if (begunAt == null) {
            begunAt = said.at();
            figures.add(said.at(), OPENED);
        }
        switch (said.sender()) {
            case "user" -> countVisitors(said.at());
            case "agent" -> countAgents(said.at());
            default -> {
                // The system's: nobody waited for it.
            }
        }
    }

    private void countVisitors(Instant at) {
        figures.add(at, FROM_VISITOR);
        if (askedAt == null) {
            askedAt = at;
        }
        if (resolvedAt != null) {
            resolvedAt = null;
            begunAt = at;
        }
    }

    private void countAgents(Instant at) {
        figures.add(at, FROM_AGENT);
        if (askedAt != null && !answered) {
            answered = true;
            figures.addResponse(new Took(conversation, at, seconds(askedAt, at)));
        }
    }

    private void count(Happening.Changed changed) {
        changes = changed.number();
        var at = changed.at();
        if (changed.resolved() && resolvedAt == null) {
            resolvedAt = at;
            figures.addResolution(new Took(conversation, at, seconds(begunAt == null ? at : begunAt, at)));
        } else if (!changed.resolved() && resolvedAt != null) {
            openAgain(resolvedAt, at);
        }
    }

    private void openAgain(Instant resolved, Instant at) {
        if (Duration.between(resolved, at).compareTo(SLIP) <= 0) {
            figures.takeBack(new Took(conversation, resolved, 0));
        } else {
            begunAt = at;
        }
        resolvedAt = null;
    }

    // Clocks of several nodes may differ by a little.
    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    Standing standing() {
        return new Standing(conversation, counted, changes, begunAt, askedAt, answered, resolvedAt);
    }
}
