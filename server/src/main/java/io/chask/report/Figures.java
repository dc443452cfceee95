package io.chask.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What a step adds to the figures of an organization.
final class Figures {

    /// Seconds of the grain of time: every zone in use differs from UTC by whole quarters of an hour.
    static final long QUARTER = 15 * 60;

    /// What happened in a quarter of an hour.
    record Counts(long opened, long fromVisitors, long fromAgents) {

        Counts plus(Counts other) {
            return new Counts(opened + other.opened, fromVisitors + other.fromVisitors, fromAgents + other.fromAgents);
        }
    }

    /// That something took so long, counted when it came to its end.
    record Took(UUID conversation, Instant endedAt, long seconds) {}

    // In order of time: two transactions that add to the same rows must take their locks in the same order.
    private final SequencedMap<Instant, Counts> quarters = new TreeMap<>();
    private final List<Took> responses = new ArrayList<>();
    private final List<Took> resolutions = new ArrayList<>();
    private final List<Took> takenBack = new ArrayList<>();

    static Instant quarterOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER) * QUARTER);
    }

    void add(Instant at, Counts counts) {
        quarters.merge(quarterOf(at), counts, Counts::plus);
    }

    void addResponse(Took took) {
        responses.add(took);
    }

    void addResolution(Took took) {
        resolutions.add(took);
    }

    /// A resolution that does not count after all. It may be of this step.
    void takeBack(Took took) {
        if (!resolutions.removeIf(added -> added.conversation().equals(took.conversation())
                && added.endedAt().equals(took.endedAt()))) {
            takenBack.add(took);
        }
    }

    SequencedMap<Instant, Counts> quarters() {
        return quarters;
    }

    List<Took> responses() {
        return responses;
    }

    List<Took> resolutions() {
        return resolutions;
    }

    List<Took> takenBack() {
        return takenBack;
    }
}
