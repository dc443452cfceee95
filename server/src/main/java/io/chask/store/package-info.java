/// Conversations in PostgreSQL: the group-commit writer and the readers.
@NullMarked
package io.chask.store;

import org.jspecify.annotations.NullMarked;
