package io.chask.report;

/// What happened in some time.
///
/// @param started conversations that were opened
/// @param loaded  pages that got the widget
/// @param opened  pages on which its window was opened
record DayCounts(long started, long loaded, long opened) {

    static final DayCounts NONE = new DayCounts(0, 0, 0);
}
