package io.chask.visitor;

import io.chask.api.FileClaims;
import io.chask.api.RateLimiter;
import io.chask.api.StreamServices;
import io.chask.contact.VisitorHistory;
import io.chask.report.WidgetCounter;

/// What a visitor's session needs besides its connection.
///
/// @param quota messages that may be sent
/// @param streams that a visitor may open
/// @param widgets counted for the reports
/// @param history of what visitors do
record VisitorServices(
        StreamServices stream,
        FileClaims files,
        MessageQuota quota,
        RateLimiter streams,
        WidgetCounter widgets,
        VisitorHistory history) {}
