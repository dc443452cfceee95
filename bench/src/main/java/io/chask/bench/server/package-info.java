@NullMarked
package io.chask.bench.server;

import org.jspecify.annotations.NullMarked;
