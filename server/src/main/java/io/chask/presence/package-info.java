/// Who of an organization's agents is there, on whichever node his streams are open.
@NullMarked
package io.chask.presence;

import org.jspecify.annotations.NullMarked;
