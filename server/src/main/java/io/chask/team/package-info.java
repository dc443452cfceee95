/// The routes of an organization's people: the team, one's own account, and the audit log.
@NullMarked
package io.chask.team;

import org.jspecify.annotations.NullMarked;
