package io.chask.report;

import io.chask.database.Database;
import io.chask.database.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the pages that get the widget and those on which its window is opened, without a word on who it was. Counted
/// in memory and written every few seconds, so that a page load costs no write; a crash loses the last of them, and
/// none
/// counts twice.
public final class WidgetCounter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WidgetCounter.class);
    private static final long PACE_SECONDS = 5;
    /// Organizations, each in a quarter of an hour, between two writes. When full, no more are counted.
    private static final int MOST_WAITING = 20_000;

    private static final String ADD = """
            insert into report_quarter as q (organization_id, quarter, widget_loaded, widget_opened)
            values (:organization, cast(:quarter as timestamptz), :loaded, :opened)
            on conflict (organization_id, quarter) do update set
              widget_loaded = q.widget_loaded + excluded.widget_loaded,
              widget_opened = q.widget_opened + excluded.widget_opened
            """;

    private record Place(UUID organization, Instant quarter) {}

    private record Count(long loaded, long opened) {
        Count plus(Count other) {
            return new Count(loaded + other.loaded, opened + other.opened);
        }
    }

    private final Database database;
    private final Clock clock;
    /// Guarded by itself.
    private final Map<Place, Count> waiting = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("widget-counter").factory());

    /// Begins to write what is counted.
    public WidgetCounter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        var _ = timer.scheduleWithFixedDelay(this::write, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
    }

    /// A page has got the widget. Does not block.
    public void loaded(UUID organization) {
        add(new Place(organization, Figures.quarterOf(clock.instant())), new Count(1, 0));
    }

    /// The window was opened on a page. Does not block.
    public void opened(UUID organization) {
        add(new Place(organization, Figures.quarterOf(clock.instant())), new Count(0, 1));
    }

    private void add(Place place, Count count) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING || waiting.containsKey(place)) {
                waiting.merge(place, count, Count::plus);
            }
        }
    }

    /// Writes what was counted. Blocks.
    public void write() {
        Map<Place, Count> taken;
        synchronized (waiting) {
            taken = new HashMap<>(waiting);
            waiting.clear();
        }
        taken.forEach(this::write);
    }

    private void write(Place place, Count count) {
        try {
            database.useOrganization(
                    place.organization(),
                    handle -> handle.createUpdate(ADD)
                            .bind("organization", place.organization())
                            .bind("quarter", place.quarter().toString())
                            .bind("loaded", count.loaded())
                            .bind("opened", count.opened())
                            .execute());
        } catch (StoreUnavailable later) {
            add(place, count);
        } catch (RuntimeException failure) {
            // It may have been committed: what is not certain is not counted again.
            LOG.warn("counting pages with the widget: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        write();
    }
}
