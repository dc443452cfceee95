/// What can be set, one record a concern: read once at start, checked, and handed to whom it concerns.
@NullMarked
package io.chask.config;

import org.jspecify.annotations.NullMarked;
