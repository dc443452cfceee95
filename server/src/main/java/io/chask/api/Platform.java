package io.chask.api;

import io.chask.attachment.Attachments;
import io.chask.contact.Visitors;
import io.chask.conversation.ConversationList;

/// What visitors' and agents' endpoints are both built of.
///
/// @param list conversations without their threads
/// @param files turns uploads into files of a message
public record Platform(
        Tenants tenants,
        Visitors visitors,
        ConversationList list,
        Attachments attachments,
        FileClaims files,
        Uploads uploads,
        Posting posting,
        MessageBodies messages,
        StreamServices stream) {}
