/// Who is connected, and what each of them is told: subscriptions, fan-out after commit, replay of what was missed.
/// Nothing acknowledged depends on it: whatever it loses is read from the log again.
@NullMarked
package io.chask.delivery;

import org.jspecify.annotations.NullMarked;
