package io.chask.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an organization gives its conversations out.
///
/// @param capacity             open conversations an agent is given at most, unless he has a number of his own
/// @param awayAfterMinutes     after how long without a sign of his an agent counts as away
/// @param giveBackAfterMinutes after how long offline an agent loses the conversations that wait for an answer; never
///                             when null, and never where conversations are given out by hand
public record RoutingSettings(
        Mode mode,
        int capacity,
        int awayAfterMinutes,
        @Nullable Integer giveBackAfterMinutes) {

    /// Of an organization that has changed nothing.
    public static final RoutingSettings DEFAULT = new RoutingSettings(Mode.MANUAL, 10, 10, 30);

    /// The largest capacity.
    public static final int MAX_CAPACITY = 1000;

    /// A day.
    public static final int MAX_AWAY = 1440;

    /// A week.
    public static final int MAX_GIVE_BACK = 10_080;

    /// The rule.
    public enum Mode {
        /// Agents take conversations, or are given them by others.
        MANUAL,
        /// A new conversation goes to whoever is online and has the fewest.
        LEAST_LOADED;

        /// As stored and told.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The mode of this code.
        public static Optional<Mode> of(String code) {
            return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
        }
    }
}
