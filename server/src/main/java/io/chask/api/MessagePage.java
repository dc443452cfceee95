package io.chask.api;

import java.util.List;

/// The schema `MessagePage` of the HTTP contract.
public record MessagePage(List<MessageBody> messages, long lastSequence) {}
