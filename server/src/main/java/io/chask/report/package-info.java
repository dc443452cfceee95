/// Figures about conversations, counted after the commit, and the reports made of them.
@NullMarked
package io.chask.report;

import org.jspecify.annotations.NullMarked;
