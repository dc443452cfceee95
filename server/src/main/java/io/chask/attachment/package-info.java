/// Files that visitors and agents send: taken in, told by their bytes, kept under our own ids, handed out by signed
/// links.
@NullMarked
package io.chask.attachment;

import org.jspecify.annotations.NullMarked;
