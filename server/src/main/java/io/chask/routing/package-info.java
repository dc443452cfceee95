/// Who of the agents is given a conversation: teams, how many each takes, and the rule by which it happens.
@NullMarked
package io.chask.routing;

import org.jspecify.annotations.NullMarked;
