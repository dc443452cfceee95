/// Tenants: their publishable keys, allowed origins and widget settings.
@NullMarked
package io.chask.organization;

import org.jspecify.annotations.NullMarked;
