package io.chask.config;

import io.chask.config.LogConfig.LogFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the configuration: a flag wins over the environment, the environment over the file, the file over the default.
/// A name nobody knows is refused, wherever it stands, because it is most likely a typing mistake.
public final class ConfigReader {

    private static final String VARIABLE_PREFIX = "CHASK_";
    private static final String FILE_NAME = "chask.properties";

    /// Options of the Java machine, read by the launcher alone.
    private static final String LAUNCHER_VARIABLE = "CHASK_JAVA_OPTIONS";

    private final Map<String, String> environment;

    /// A reader for one process.
    ///
    /// @param environment of the process; only `CHASK_…` is looked at
    public ConfigReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Reads, checks and puts together everything that is set.
    ///
    /// @param flags values by flag, for example `--port` → `8080`
    /// @param file  given by `--config`; null: `chask.properties` in the data folder, if it is there
    /// @throws BadConfig when a name is unknown, a value cannot be used, or the given file cannot be read
    public Configuration read(Map<String, String> flags, @Nullable Path file) {
        var given = new HashMap<>(known(environmentOnly(), Setting::variable));
        given.putAll(known(flags, Setting::flag));
        var values = new HashMap<>(file == null ? fromDataFolder(given) : fromFile(file));
        values.putAll(given);
        return build(new Values(values));
    }

    private Map<String, String> environmentOnly() {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(VARIABLE_PREFIX))
                .filter(variable -> !variable.getKey().equals(LAUNCHER_VARIABLE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> known(Map<String, String> named, Function<Setting, String> spelling) {
        Map<String, String> keys = Settings.ALL.stream().collect(Collectors.toMap(spelling, Setting::key));
        Map<String, String> values = new HashMap<>();
        named.forEach((name, value) -> {
            var key = keys.get(name);
            if (key == null) {
                throw new BadConfig(name, "there is no such setting");
            }
            values.put(key, value);
        });
        return values;
    }

    private static Map<String, String> fromDataFolder(Map<String, String> given) {
        var file = new Values(given).path(Settings.DATA).resolve(FILE_NAME);
        if (!Files.exists(file)) {
            return Map.of();
        }
        var values = fromFile(file);
        if (values.containsKey(Settings.DATA.key())) {
            throw new BadConfig(Settings.DATA.key(), "cannot be set by a file inside the data folder; use --data");
        }
        return values;
    }

    private static Map<String, String> fromFile(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadConfig("--config", "cannot read " + file + ": " + e.getMessage());
        }
        Map<String, String> named = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        return known(named, Setting::key);
    }

    private static Configuration build(Values values) {
        return new Configuration(
                values.path(Settings.DATA),
                server(values),
                database(values),
                delivery(values),
                attachments(values),
                quota(values),
                new OutgoingConfig(Set.copyOf(values.list(Settings.OUTGOING_ALLOW))),
                new LogConfig(values.oneOf(Settings.LOG_FORMAT, LogFormat.class), values.text(Settings.LOG_LEVEL)),
                values.truth(Settings.DEMO),
                values.optional(Settings.METRICS_TOKEN));
    }

    private static ServerConfig server(Values values) {
        return new ServerConfig(
                values.text(Settings.HOST),
                values.number(Settings.PORT),
                values.uri(Settings.PUBLIC_URL),
                values.list(Settings.TRUSTED_PROXIES),
                values.duration(Settings.DRAIN_WAIT),
                values.duration(Settings.STOP_TIMEOUT));
    }

    private static DatabaseConfig database(Values values) {
        return new DatabaseConfig(
                values.optional(Settings.DATABASE_URL),
                values.number(Settings.DATABASE_POOL_SIZE),
                values.number(Settings.DATABASE_LANES),
                values.truth(Settings.DATABASE_UNSAFE));
    }

    private static DeliveryConfig delivery(Values values) {
        return new DeliveryConfig(
                values.number(Settings.OUTBOX_FRAMES),
                values.smallBytes(Settings.OUTBOX_BYTES),
                values.number(Settings.HEAP_SHARE),
                values.duration(Settings.HELLO_TIMEOUT),
                values.duration(Settings.IDLE_TIMEOUT),
                values.duration(Settings.PING_INTERVAL),
                values.number(Settings.HELLO_RATE),
                values.duration(Settings.DRAIN_WINDOW));
    }

    private static AttachmentConfig attachments(Values values) {
        return new AttachmentConfig(
                values.truth(Settings.ATTACHMENTS_ENABLED),
                values.bytes(Settings.ATTACHMENTS_MAX_SIZE),
                values.bytes(Settings.ATTACHMENTS_QUOTA),
                values.duration(Settings.ATTACHMENTS_LINK_LIFETIME),
                s3(values),
                scan(values));
    }

    private static @Nullable S3Config s3(Values values) {
        var endpoint = values.uri(Settings.S3_ENDPOINT);
        if (endpoint == null) {
            return null;
        }
        return new S3Config(
                endpoint,
                values.text(Settings.S3_REGION),
                values.text(Settings.S3_BUCKET),
                values.text(Settings.S3_ACCESS_KEY),
                values.secret(Settings.S3_SECRET_KEY, Settings.S3_SECRET_KEY_FILE),
                values.truth(Settings.S3_PATH_STYLE));
    }

    private static @Nullable ScanConfig scan(Values values) {
        var address = values.optional(Settings.ATTACHMENTS_CLAMD);
        if (address == null) {
            return null;
        }
        return new ScanConfig(address, values.truth(Settings.SCAN_REQUIRED), values.duration(Settings.SCAN_TIMEOUT));
    }

    private static QuotaConfig quota(Values values) {
        return new QuotaConfig(
                values.number(Settings.QUOTA_BURST),
                values.number(Settings.QUOTA_RATE),
                values.number(Settings.QUOTA_SESSIONS),
                values.number(Settings.QUOTA_UPLOADS),
                values.number(Settings.QUOTA_LOGINS),
                sharedQuota(values));
    }

    private static SharedQuotaConfig sharedQuota(Values values) {
        return new SharedQuotaConfig(
                values.number(Settings.QUOTA_SETTINGS),
                values.number(Settings.QUOTA_KEY_SESSIONS),
                values.number(Settings.QUOTA_STREAMS),
                values.number(Settings.QUOTA_ADDRESS_RATE),
                values.number(Settings.QUOTA_ORGANIZATION_RATE),
                values.number(Settings.QUOTA_ORGANIZATION_UPLOADS));
    }
}
