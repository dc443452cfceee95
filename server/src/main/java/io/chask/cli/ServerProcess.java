package io.chask.cli;

import io.chask.config.Configuration;

/// The server as the command `run` sees it.
@FunctionalInterface
public interface ServerProcess {

    /// Starts, and returns once stopped.
    ///
    /// @return the process's exit code
    int serve(Configuration configuration);
}
