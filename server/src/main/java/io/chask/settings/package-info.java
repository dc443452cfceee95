/// The admins' routes of an organization's settings: its name and hours, its widget,
/// its keys and origins, and how its visitors prove who they are.
@NullMarked
package io.chask.settings;

import org.jspecify.annotations.NullMarked;
