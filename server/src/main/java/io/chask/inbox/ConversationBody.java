package io.chask.inbox;

import io.chask.api.MessageBody;
import io.chask.desk.TeamName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Conversation` of the HTTP contract.
record ConversationBody(
        UUID id,
        String status,
        VisitorBody visitor,
        long lastSequence,
        @Nullable MessageBody lastMessage,
        long delivered,
        long read,
        long ownRead,
        long unread,
        Instant createdAt,
        Instant activeAt,
        @Nullable ColleagueBody assignee,
        @Nullable TeamName team,
        @Nullable Instant snoozedUntil,
        List<String> tags,
        int notes,
        int events,
        boolean mentioned) {}
