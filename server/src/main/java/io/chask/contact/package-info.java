/// The people who write to an organization: what is known of them, and the tokens their browsers hold.
@NullMarked
package io.chask.contact;

import org.jspecify.annotations.NullMarked;
