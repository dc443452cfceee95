/// Follows what is committed, at a distance that no message has to wait for.
@NullMarked
package io.chask.follow;

import org.jspecify.annotations.NullMarked;
