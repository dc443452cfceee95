/** Identity tokens for the Chask widget. */
@NullMarked
package io.chask.token;

import org.jspecify.annotations.NullMarked;
