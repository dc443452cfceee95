package io.chask.delivery;

import io.chask.conversation.ConversationList;
import io.chask.conversation.Marks;
import io.chask.conversation.MessageLog;

/// Where delivery reads what it tells.
///
/// @param log messages, for gaps that another node's wake-up shows
/// @param list conversations, for rows of the agents' list
/// @param marks how far readers have come
/// @param readReceipts whether each side is shown what the other has read
/// @param typingSigns whether each side is shown that the other is writing
/// @param views messages as one side may see them
/// @param profiles visitors as the agents' list shows them
/// @param works what agents do with conversations, as their list shows it
public record DeliverySources(
        MessageLog log,
        ConversationList list,
        Marks marks,
        ReadReceipts readReceipts,
        TypingSigns typingSigns,
        MessageViews views,
        VisitorProfiles profiles,
        WorkViews works) {}
