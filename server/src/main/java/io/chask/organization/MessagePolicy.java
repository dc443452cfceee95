package io.chask.organization;

import java.time.Duration;

/// What agents may do to what they wrote.
///
/// @param changeMinutes how long they may edit and delete it; 0: never
public record MessagePolicy(int changeMinutes) {

    /// A year.
    static final int MAX_MINUTES = 525_600;

    /// A quarter of an hour: long enough for a slip, too short to rewrite what was agreed.
    public static final MessagePolicy DEFAULT = new MessagePolicy(15);

    /// @throws BadSetting when the time cannot be used
    public MessagePolicy {
        BadSetting.unless("changeMinutes", changeMinutes >= 0 && changeMinutes <= MAX_MINUTES);
    }

    /// The time from a message's commit on.
    public Duration window() {
        return Duration.ofMinutes(changeMinutes);
    }
}
