/// The endpoints of the widget: settings, session, conversations, user, uploads, and the visitor's side of the stream.
@NullMarked
package io.chask.visitor;

import org.jspecify.annotations.NullMarked;
