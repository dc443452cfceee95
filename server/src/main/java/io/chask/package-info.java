/// The composition root: reads configuration, builds every object, starts, and stops in reverse order.
@NullMarked
package io.chask;

import org.jspecify.annotations.NullMarked;
