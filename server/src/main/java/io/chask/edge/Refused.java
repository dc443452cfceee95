package io.chask.edge;

import io.chask.wire.Reason;
import java.io.Serial;

/// Ends the handling of a request with this [Problem]. Cheap: it carries no stack trace.
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// The answer becomes `problem`.
    public Refused(Problem problem) {
        super(problem.reason().name(), null, false, false);
        this.problem = problem;
    }

    /// The answer becomes a problem of this reason.
    public Refused(Reason reason) {
        this(Problem.of(reason));
    }

    /// The answer becomes a problem of this reason.
    public Refused(Reason reason, String detail) {
        this(Problem.of(reason, detail));
    }

    /// What the client is told.
    public Problem problem() {
        return problem;
    }
}
