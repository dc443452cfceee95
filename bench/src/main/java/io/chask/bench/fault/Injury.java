package io.chask.bench.fault;

/// Decides, frame by frame, what a plan does to its connection. Safe for the two threads of a connection.
final class Injury {

    /// What becomes of a frame.
    enum Fate {
        PASS,
        /// The connection ends instead.
        CUT,
        /// Half of it passes, then the connection ends.
        HALF_AND_CUT,
        PASS_AND_CUT,
        /// It vanishes, and nobody is told.
        SWALLOW
    }

    /// Of what is no stream.
    static final Injury NONE = new Injury(Plan.UNHURT, new Tally());

    private final Plan plan;
    private final Tally tally;
    private int sends;
    private int sents;
    private int downs;
    private int frames;
    private boolean acted;
    private boolean halfOpen;

    Injury(Plan plan, Tally tally) {
        this.plan = plan;
        this.tally = tally;
        tally.drawn(plan.fault());
    }

    /// Whether not even the upgrade passes.
    synchronized boolean cutsUpgrade() {
        return plan.fault() == Fault.CUT_UPGRADE && act();
    }

    /// A frame of the client.
    synchronized Fate up(PassingFrame frame) {
        if (halfOpen) {
            return Fate.SWALLOW;
        }
        if (!frame.is("send") || ++sends != plan.number()) {
            return Fate.PASS;
        }
        return switch (plan.fault()) {
            case CUT_BEFORE_SEND -> acting(Fate.CUT);
            case CUT_WITHIN_SEND -> acting(Fate.HALF_AND_CUT);
            case CUT_AFTER_SEND -> acting(Fate.PASS_AND_CUT);
            case NONE, CUT_UPGRADE, SWALLOW_SENT, CUT_WITHIN_ANSWER, HALF_OPEN, DELAY, TRICKLE -> Fate.PASS;
        };
    }

    /// A frame of the server.
    synchronized Fate down(PassingFrame frame) {
        downs++;
        if (frame.is("sent")) {
            sents++;
        }
        if (halfOpen || (plan.fault() == Fault.HALF_OPEN && downs > plan.number())) {
            halfOpen = true;
            return acting(Fate.SWALLOW);
        }
        if (plan.fault() == Fault.SWALLOW_SENT && frame.is("sent") && sents == plan.number()) {
            return acting(Fate.CUT);
        }
        // Not the first: without a welcome nothing would ever be sent on a connection.
        if (plan.fault() == Fault.CUT_WITHIN_ANSWER && downs == plan.number() + 1) {
            return acting(Fate.HALF_AND_CUT);
        }
        return Fate.PASS;
    }

    /// Milliseconds that the next frame waits.
    synchronized int delay() {
        return plan.fault() == Fault.DELAY && ++frames % 3 == 0 && act() ? plan.millis() : 0;
    }

    /// Whether frames are written byte by byte.
    synchronized boolean trickles() {
        return plan.fault() == Fault.TRICKLE && act();
    }

    /// Nothing was to happen, and nothing did.
    synchronized void ended() {
        if (plan.fault() == Fault.NONE) {
            act();
        }
    }

    private Fate acting(Fate fate) {
        act();
        return fate;
    }

    private boolean act() {
        if (!acted) {
            acted = true;
            tally.applied(plan.fault());
        }
        return true;
    }
}
