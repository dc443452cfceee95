/// What the server hosts beside its API: the widget's script, console, demo page and documentation; files by signed
/// link;
/// health and figures.
@NullMarked
package io.chask.hosting;

import org.jspecify.annotations.NullMarked;
