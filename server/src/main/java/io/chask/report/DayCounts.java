package io.chask.report;

import java.util.Collection;

/// What happened in some time.
///
/// @param started conversations that were opened
/// @param loaded  pages that got the widget
/// @param opened  pages on which its window was opened
record DayCounts(long started, long loaded, long opened) {

    static final DayCounts NONE = new DayCounts(0, 0, 0);

    static DayCounts sum(Collection<DayCounts> all) {
        return all.stream().reduce(NONE, DayCounts::plus);
    }

    private DayCounts plus(DayCounts other) {
        return new DayCounts(started + other.started, loaded + other.loaded, opened + other.opened);
    }
}
