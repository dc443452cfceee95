/// Agents, their passwords and sessions.
@NullMarked
package io.chask.account;

import org.jspecify.annotations.NullMarked;
