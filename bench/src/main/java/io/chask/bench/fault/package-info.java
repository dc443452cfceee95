/// Faults on purpose, and the one checker that judges what they did.
@NullMarked
package io.chask.bench.fault;

import org.jspecify.annotations.NullMarked;
