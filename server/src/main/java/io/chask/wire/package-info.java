/// The stream's frames as values, and their one form as JSON (wire/PROTOCOL.md). Knows no rule beyond a frame's shape.
@NullMarked
package io.chask.wire;

import org.jspecify.annotations.NullMarked;
