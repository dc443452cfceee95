/// Whether a token shows that a visitor is whom a page says: the organization's settings, its keys, the checks.
@NullMarked
package io.chask.identity;

import org.jspecify.annotations.NullMarked;
