package io.chask;

import io.chask.edge.EdgeObserver;
import io.chask.store.WriterMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What Prometheus reads. Names of requests are templates, never addresses, so there are as many as there are routes.
final class Figures implements EdgeObserver, WriterMetrics, AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Answer, Timer> answers = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> closes = new ConcurrentHashMap<>();
    private final Counter opened = Counter.builder("chask.streams.opened")
            .description("Streams that have begun")
            .register(registry);
    private final Counter messages = Counter.builder("chask.messages.committed")
            .description("Drafts settled by committed batches")
            .register(registry);
    private final Counter failures = Counter.builder("chask.batches.failed")
            .description("Batches that failed and were tried again or answered so")
            .register(registry);
    private final Timer batches = Timer.builder("chask.batches")
            .description("Round trips of the message writer")
            .register(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private record Answer(String method, String route, int status) {}

    /// Binds what the Java machine tells of itself. Takes a while, so it is not done while starting.
    void bindMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// Adds something that is asked for at each reading.
    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /// All figures as Prometheus text.
    String text() {
        return registry.scrape();
    }

    @Override
    public void answered(String method, String template, int status, Duration took) {
        answers.computeIfAbsent(new Answer(method, template, status), this::timer)
                .record(took);
    }

    private Timer timer(Answer answer) {
        return Timer.builder("chask.http")
                .description("Requests answered")
                .tag("method", answer.method())
                .tag("route", answer.route())
                .tag("status", Integer.toString(answer.status()))
                .register(registry);
    }

    @Override
    public void streamOpened() {
        opened.increment();
    }

    @Override
    public void streamClosed(int code) {
        closes.computeIfAbsent(
                        code,
                        number -> Counter.builder("chask.streams.closed")
                                .description("Streams that have ended")
                                .tag("code", Integer.toString(number))
                                .register(registry))
                .increment();
    }

    @Override
    public void committed(int drafts, long nanos) {
        messages.increment(drafts);
        batches.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed(int drafts) {
        failures.increment();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
