/// The rules of a conversation: what may be said, what is answered, who may read. Knows no SQL, JSON or socket.
@NullMarked
package io.chask.conversation;

import org.jspecify.annotations.NullMarked;
