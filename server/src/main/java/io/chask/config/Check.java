package io.chask.config;

import java.time.Duration;

/// Bounds, with messages that name the key.
final class Check {

    private Check() {}

    static void range(Setting setting, long value, long least, long most) {
        if (value < least || value > most) {
            throw new BadConfig(setting.key(), "must be from " + least + " to " + most + ", not " + value);
        }
    }

    static void positive(Setting setting, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new BadConfig(setting.key(), "must be longer than 0");
        }
    }

    static void positiveOrZero(Setting setting, Duration value) {
        if (value.isNegative()) {
            throw new BadConfig(setting.key(), "must not be negative");
        }
    }
}
