/// What visitors say of a conversation that was resolved.
@NullMarked
package io.chask.rating;

import org.jspecify.annotations.NullMarked;
