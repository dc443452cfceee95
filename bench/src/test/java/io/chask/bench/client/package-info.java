@NullMarked
package io.chask.bench.client;

import org.jspecify.annotations.NullMarked;
