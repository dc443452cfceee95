/// Bugs planted into the server on purpose: a suite that does not find them proves nothing.
@NullMarked
package io.chask.bench.planted;

import org.jspecify.annotations.NullMarked;
