package io.chask.api;

import io.chask.attachment.Attachments;
import io.chask.contact.Visitors;
import io.chask.conversation.ConversationList;
import io.chask.conversation.Corrections;
import io.chask.desk.Desk;
import io.chask.search.Search;

/// What visitors' and agents' endpoints are both built of.
///
/// @param list conversations without their threads
/// @param desk what agents do with conversations
/// @param search finds conversations by their words
/// @param identities how organizations tell who their visitors are
/// @param files turns uploads into files of a message
/// @param corrections edits and deletions of messages
public record Platform(
        Tenants tenants,
        Visitors visitors,
        Identities identities,
        ConversationList list,
        Desk desk,
        Search search,
        Attachments attachments,
        FileClaims files,
        Uploads uploads,
        Posting posting,
        MessageBodies messages,
        Corrections corrections,
        StreamServices stream) {}
