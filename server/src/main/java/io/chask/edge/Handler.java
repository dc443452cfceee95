package io.chask.edge;

/// Answers a request. Runs on a virtual thread of its own and may block. [Refused] becomes its problem, any other
/// exception a logged 500 `INTERNAL`.
@FunctionalInterface
public interface Handler {
    /// The answer to this request.
    Response handle(Request request) throws Exception;
}
