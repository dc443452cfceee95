/// The way to PostgreSQL: embedded or the operator's own, roles, migrations, and transactions that carry the
/// organization.
@NullMarked
package io.chask.database;

import org.jspecify.annotations.NullMarked;
