package io.chask;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.chask.config.LogConfig;
import io.chask.config.LogConfig.LogFormat;
import java.io.Console;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The log: to standard error, one line an event, for people or as JSON. Found by Logback as its configurator, so that
/// nothing is written in another form before the configuration is read.
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String LINE = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex{short}";
    private static final String LINE_DEBUG = "%d{HH:mm:ss.SSS} %-5level %logger{0} [%thread]: %msg%n%ex";

    /// Made by Logback.
    public Logging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        apply(context, new LogConfig(LogFormat.AUTO, "warn"));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Writes from now on as the operator wishes.
    static void use(LogConfig config) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(context, config);
        }
    }

    private static void apply(LoggerContext context, LogConfig config) {
        context.reset();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, config));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("io.chask").setLevel(Level.toLevel(config.level()));
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogConfig config) {
        if (json(config.format())) {
            var encoder = new JsonEncoder();
            encoder.setContext(context);
            encoder.setWithSequenceNumber(false);
            encoder.setWithContext(false);
            encoder.setWithMDC(false);
            encoder.setWithNanoseconds(false);
            encoder.setWithMessage(false);
            encoder.setWithArguments(false);
            encoder.setWithFormattedMessage(true);
            encoder.start();
            return encoder;
        }
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(config.level().equals("debug") ? LINE_DEBUG : LINE);
        encoder.start();
        return encoder;
    }

    private static boolean json(LogFormat format) {
        return switch (format) {
            case JSON -> true;
            case HUMAN -> false;
            case AUTO ->
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isEmpty();
        };
    }
}
