/// Answers that agents use again and again.
@NullMarked
package io.chask.reply;

import org.jspecify.annotations.NullMarked;
