@NullMarked
package io.chask.bench.stream;

import org.jspecify.annotations.NullMarked;
