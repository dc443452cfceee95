@NullMarked
package io.chask.bench;

import org.jspecify.annotations.NullMarked;
