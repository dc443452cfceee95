package io.chask.config;

/// How the server writes its log.
///
/// @param level `error`, `warn`, `info` or `debug`
public record LogConfig(LogFormat format, String level) {

    /// The form of a line.
    public enum LogFormat {
        /// Human on a terminal, else JSON.
        AUTO,
        /// For reading.
        HUMAN,
        /// One object a line, for collecting.
        JSON
    }

    public LogConfig {
        if (!level.matches("error|warn|info|debug")) {
            throw new BadConfig(Settings.LOG_LEVEL.key(), "must be error, warn, info or debug, not " + level);
        }
    }
}
