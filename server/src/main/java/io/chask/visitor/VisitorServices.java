package io.chask.visitor;

import io.chask.api.FileClaims;
import io.chask.api.RateLimiter;
import io.chask.api.StreamServices;

/// What a visitor's session needs besides its connection.
///
/// @param quota messages a visitor may send
record VisitorServices(StreamServices stream, FileClaims files, RateLimiter quota) {}
