package io.chask.seed;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What the inventors draw. The same random numbers give the same draws.
record Chance(RandomGenerator random) {

    /// True once in so many draws.
    boolean oneIn(int draws) {
        return random.nextInt(draws) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// A random UUID (RFC 9562, version 4).
    UUID id() {
        long most = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long least = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
