package io.chask.audit;

import io.chask.audit.ChainCheck.Verdict.Broken;
import io.chask.audit.ChainCheck.Verdict.Whole;

/// Walks along one organization's chain, line by line from the first, and stops at the first one that is wrong.
public final class ChainCheck {

    private final Head kept;
    private Verdict verdict = new Whole(Head.NONE);

    /// @param kept a head that somebody has noted elsewhere: that line must be there as it was. [Head#NONE] if there is
    /// none
    public ChainCheck(Head kept) {
        this.kept = kept;
    }

    /// A line by its number and hash. Who has noted one elsewhere can show later that up to there nothing was changed
    /// or
    /// cut off, not even by somebody who wrote the whole chain anew.
    ///
    /// @param hash 64 hexadecimal digits
    public record Head(long number, String hash) {

        /// Of a chain without lines.
        public static final Head NONE = new Head(0, Chain.BEGINNING);
    }

    /// What a walk has found.
    public sealed interface Verdict {

        /// Every line is as it was written, up to and including the last.
        record Whole(Head last) implements Verdict {}

        /// The chain is broken.
        ///
        /// @param number of the first line that is wrong
        record Broken(long number, String why) implements Verdict {}
    }

    /// Looks at the next line.
    public void next(AuditLine line) {
        verdict = switch (verdict) {
            case Broken broken -> broken;
            case Whole(Head last) -> after(last, line);
        };
    }

    private Verdict after(Head last, AuditLine line) {
        long number = last.number() + 1;
        if (line.number() != number) {
            return new Broken(number, "line " + number + " is missing, line " + line.number() + " follows");
        }
        if (!line.hash().equals(Chain.hash(last.hash(), line))) {
            return new Broken(number, "line " + number + " is not as it was written");
        }
        if (number == kept.number() && !line.hash().equals(kept.hash())) {
            return new Broken(number, "line " + number + " is not the one that was noted: the chain was written anew");
        }
        return new Whole(new Head(number, line.hash()));
    }

    /// What was found when there are no more lines.
    ///
    /// @param end the head that the log keeps beside its lines
    public Verdict end(Head end) {
        return switch (end()) {
            case Broken broken -> broken;
            case Whole(Head last) when last.number() < end.number() -> cutOff(last, end);
            case Whole(Head last)
            when !last.equals(end) ->
                new Broken(end.number() + 1, "line " + (end.number() + 1) + " was not added by the log");
            case Whole whole -> whole;
        };
    }

    /// What was found when there are no more lines, and no head beside them, as in a file.
    public Verdict end() {
        return switch (verdict) {
            case Broken broken -> broken;
            case Whole(Head last) when last.number() < kept.number() -> cutOff(last, kept);
            case Whole whole -> whole;
        };
    }

    private static Verdict cutOff(Head last, Head end) {
        long first = last.number() + 1;
        return new Broken(first, "lines " + first + " to " + end.number() + " were cut off at the end");
    }
}
