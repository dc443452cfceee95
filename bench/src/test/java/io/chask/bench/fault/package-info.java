@NullMarked
package io.chask.bench.fault;

import org.jspecify.annotations.NullMarked;
