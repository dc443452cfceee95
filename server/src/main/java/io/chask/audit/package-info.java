/// Who did what to an organization's settings and people: an append-only chain of hashes, and its check.
@NullMarked
package io.chask.audit;

import org.jspecify.annotations.NullMarked;
