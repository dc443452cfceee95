/// Makes conversations to try the console with: plausible, in three languages, the same for the same seed.
@NullMarked
package io.chask.seed;

import org.jspecify.annotations.NullMarked;
