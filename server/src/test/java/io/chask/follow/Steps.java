package io.chask.follow;

import io.chask.conversation.ConversationId;
import java.util.List;

/// A follower's task of which nothing is behind: it has the steps that were noted.
@FunctionalInterface
interface Steps extends Follower.Task {

    @Override
    default List<ConversationId> behind() {
        return List.of();
    }
}
