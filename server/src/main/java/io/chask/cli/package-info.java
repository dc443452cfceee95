/// The commands of `./chask`: run the server, make organizations, keys and agents, look after an installation.
@NullMarked
package io.chask.cli;

import org.jspecify.annotations.NullMarked;
