package io.chask.bench.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// How one connection is hurt.
///
/// @param number the n of the fault, from 1
/// @param millis length of a delay
record Plan(Fault fault, int number, int millis) {

    static final Plan UNHURT = new Plan(Fault.NONE, 1, 0);

    private static final List<Fault> FAULTS = List.of(Fault.values());

    static Plan draw(RandomGenerator random) {
        return new Plan(FAULTS.get(random.nextInt(FAULTS.size())), 1 + random.nextInt(3), 20 + random.nextInt(230));
    }
}
