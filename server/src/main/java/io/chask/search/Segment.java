package io.chask.search;

/// A piece of a text.
///
/// @param hit whether it is what was looked for
public record Segment(String text, boolean hit) {}
