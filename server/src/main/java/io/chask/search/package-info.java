/// Finds conversations by the words of their messages, files, visitors and tags.
@NullMarked
package io.chask.search;

import org.jspecify.annotations.NullMarked;
