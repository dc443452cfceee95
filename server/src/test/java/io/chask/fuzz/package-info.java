/// What tests throw at whatever reads bytes from outside.
@NullMarked
package io.chask.fuzz;

import org.jspecify.annotations.NullMarked;
