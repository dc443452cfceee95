@NullMarked
package io.chask.bench.load;

import org.jspecify.annotations.NullMarked;
