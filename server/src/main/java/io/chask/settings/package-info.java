/// The admins' routes of an organization's settings: how its visitors prove who they are.
@NullMarked
package io.chask.settings;

import org.jspecify.annotations.NullMarked;
