/// What the visitors' and the agents' endpoints share: messages as clients see them, paging, posting, uploads, replay.
@NullMarked
package io.chask.api;

import org.jspecify.annotations.NullMarked;
