package io.chask.config;

import java.util.List;

/// Every setting there is. The reader, the command line, the documentation and the test of defaults use this one list.
public final class Settings {

    static final Setting PORT = new Setting("port", "8080", "TCP port of HTTP and WebSocket; 0 takes a free one.");
    static final Setting HOST = new Setting("host", "0.0.0.0", "Address to listen on.");
    static final Setting PUBLIC_URL = new Setting(
            "public-url",
            "",
            "Where browsers reach this server, such as `https://chat.example.com`; not set: `http://localhost` and the port.");
    static final Setting TRUSTED_PROXIES = new Setting(
            "trusted-proxies",
            "",
            "Addresses or networks, comma-separated, whose X-Forwarded-For counts; not set: nobody's does.");
    static final Setting OUTGOING_ALLOW = new Setting(
            "outgoing.allow",
            "",
            "Hosts, as `name` or `name:port` and comma-separated, that the server may call although they are private or without TLS; not set: none.");
    static final Setting DRAIN_WAIT = new Setting(
            "drain-wait", "0s", "Pause between \"not ready\" and closing connections; 5s behind a balancer.");
    static final Setting STOP_TIMEOUT =
            new Setting("stop-timeout", "20s", "Longest time for work under way when the server stops; at most 25s.");
    static final Setting DATA = new Setting("data", "./data", "Folder of everything kept: database, files, secrets.");
    static final Setting DATABASE_URL = new Setting(
            "database-url",
            "",
            "Your own PostgreSQL 15 or newer, `postgresql://user:password@host:5432/name`; not set: the one included.");
    static final Setting DATABASE_POOL_SIZE =
            new Setting("database.pool-size", "10", "Connections for everything except the message writer.");
    static final Setting DATABASE_LANES = new Setting(
            "database.lanes", "1", "Message writers, each with a connection; 2 above some 40,000 messages a second.");
    static final Setting DATABASE_UNSAFE = new Setting(
            "database.unsafe", "false", "Accept a database with fsync=off: only for data to be thrown away.");
    static final Setting OUTBOX_FRAMES = new Setting(
            "delivery.outbox-frames", "256", "Frames that may wait for one connection before it is closed as slow.");
    static final Setting OUTBOX_BYTES = new Setting(
            "delivery.outbox-bytes", "1MiB", "Bytes that may wait for one connection before it is closed as slow.");
    static final Setting HEAP_SHARE = new Setting(
            "delivery.heap-percent",
            "25",
            "Share of the heap for all waiting frames; beyond it the fullest is closed.");
    static final Setting HELLO_TIMEOUT =
            new Setting("delivery.hello-timeout", "10s", "Time a new connection has for its hello.");
    static final Setting IDLE_TIMEOUT =
            new Setting("delivery.idle-timeout", "60s", "Silence after which a connection is closed.");
    static final Setting PING_INTERVAL =
            new Setting("delivery.ping-interval", "25s", "How often clients are told to show a sign of life.");
    static final Setting HELLO_RATE = new Setting(
            "delivery.hellos-per-second", "500", "New streams a second; beyond it clients are told to come back.");
    static final Setting DRAIN_WINDOW = new Setting(
            "delivery.drain-window", "5s", "Time over which clients spread their reconnecting when the server stops.");
    static final Setting ATTACHMENTS_ENABLED =
            new Setting("attachments.enabled", "true", "Whether visitors and agents may send files.");
    static final Setting ATTACHMENTS_MAX_SIZE =
            new Setting("attachments.max-size", "20MiB", "Largest file, whatever an organization allows.");
    static final Setting ATTACHMENTS_LINK_LIFETIME =
            new Setting("attachments.link-lifetime", "1h", "How long a link to a file works.");
    static final Setting ATTACHMENTS_QUOTA = new Setting(
            "attachments.quota", "10GiB", "Bytes of files one organization may keep, whatever it allows; 0: no limit.");
    static final Setting S3_ENDPOINT = new Setting(
            "attachments.s3.endpoint",
            "",
            "A store that speaks S3, such as `https://s3.example.com`; not set: files are kept in the data folder.");
    static final Setting S3_REGION = new Setting("attachments.s3.region", "us-east-1", "The store's region.");
    static final Setting S3_BUCKET = new Setting(
            "attachments.s3.bucket", "", "The bucket for files. It has to be there and needs no public access.");
    static final Setting S3_ACCESS_KEY = new Setting(
            "attachments.s3.access-key", "", "Name of the key that may read, write and delete in the bucket.");
    static final Setting S3_SECRET_KEY = new Setting(
            "attachments.s3.secret-key",
            "",
            "The key's secret; better in the environment or in a file than as a flag.");
    static final Setting S3_SECRET_KEY_FILE = new Setting(
            "attachments.s3.secret-key-file", "", "A file that holds the secret, instead of the setting before.");
    static final Setting S3_PATH_STYLE = new Setting(
            "attachments.s3.path-style",
            "true",
            "Whether the bucket stands in the path; false: before the host's name.");
    static final Setting ATTACHMENTS_CLAMD = new Setting(
            "attachments.clamd",
            "",
            "The virus scanner clamd, `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`; not set: no scan.");
    static final Setting SCAN_REQUIRED = new Setting(
            "attachments.scan-required",
            "true",
            "Whether a file is refused while the scanner does not answer; false takes it unscanned.");
    static final Setting SCAN_TIMEOUT =
            new Setting("attachments.scan-timeout", "30s", "Longest time for scanning one file.");
    static final Setting QUOTA_BURST = new Setting("quota.burst", "60", "Messages a visitor may send at once.");
    static final Setting QUOTA_RATE =
            new Setting("quota.per-second", "10", "Messages a second a visitor may send after that; 0: no limit.");
    static final Setting QUOTA_SESSIONS =
            new Setting("quota.sessions-per-minute", "120", "New visitors a minute from one address; 0: no limit.");
    static final Setting QUOTA_UPLOADS =
            new Setting("quota.uploads-per-minute", "30", "Files a minute from one visitor; 0: no limit.");
    static final Setting QUOTA_LOGINS = new Setting(
            "quota.sign-ins", "10", "Failed sign-ins from one address, or for one e-mail, within 15 minutes.");
    static final Setting QUOTA_ADDRESS_RATE = new Setting(
            "quota.address-per-second",
            "100",
            "Messages a second from one address, whoever its visitors are, and six times as many at once; 0: no limit.");
    static final Setting QUOTA_ORGANIZATION_RATE = new Setting(
            "quota.organization-per-second",
            "1000",
            "Messages a second of all visitors of an organization, and six times as many at once; 0: no limit.");
    static final Setting QUOTA_KEY_SESSIONS =
            new Setting("quota.key-sessions-per-minute", "3000", "New visitors a minute by one API key; 0: no limit.");
    static final Setting QUOTA_ORGANIZATION_UPLOADS = new Setting(
            "quota.organization-uploads-per-minute",
            "600",
            "Files a minute from all visitors of an organization; 0: no limit.");
    static final Setting QUOTA_SETTINGS = new Setting(
            "quota.settings-per-minute",
            "1200",
            "Loads of the widget's settings a minute from one address; 0: no limit.");
    static final Setting QUOTA_STREAMS =
            new Setting("quota.streams-per-minute", "60", "Connections a minute one visitor may open; 0: no limit.");
    static final Setting DEMO = new Setting(
            "demo",
            "true",
            "Whether there are a demo page, a playground and the organization both use; false for a server in production.");
    static final Setting METRICS_TOKEN = new Setting(
            "metrics.token", "", "Bearer token of /metrics for other machines; not set: only this machine may ask.");
    static final Setting LOG_FORMAT = new Setting(
            "log.format", "auto", "human, json (one object a line), or auto: human on a terminal, else json.");
    static final Setting LOG_LEVEL = new Setting("log.level", "info", "error, warn, info or debug.");

    /// All, in the order of the documentation.
    public static final List<Setting> ALL = List.of(
            PORT,
            HOST,
            PUBLIC_URL,
            TRUSTED_PROXIES,
            OUTGOING_ALLOW,
            DRAIN_WAIT,
            STOP_TIMEOUT,
            DATA,
            DATABASE_URL,
            DATABASE_POOL_SIZE,
            DATABASE_LANES,
            DATABASE_UNSAFE,
            OUTBOX_FRAMES,
            OUTBOX_BYTES,
            HEAP_SHARE,
            HELLO_TIMEOUT,
            IDLE_TIMEOUT,
            PING_INTERVAL,
            HELLO_RATE,
            DRAIN_WINDOW,
            ATTACHMENTS_ENABLED,
            ATTACHMENTS_MAX_SIZE,
            ATTACHMENTS_LINK_LIFETIME,
            ATTACHMENTS_QUOTA,
            S3_ENDPOINT,
            S3_REGION,
            S3_BUCKET,
            S3_ACCESS_KEY,
            S3_SECRET_KEY,
            S3_SECRET_KEY_FILE,
            S3_PATH_STYLE,
            ATTACHMENTS_CLAMD,
            SCAN_REQUIRED,
            SCAN_TIMEOUT,
            QUOTA_BURST,
            QUOTA_RATE,
            QUOTA_SESSIONS,
            QUOTA_UPLOADS,
            QUOTA_LOGINS,
            QUOTA_ADDRESS_RATE,
            QUOTA_ORGANIZATION_RATE,
            QUOTA_KEY_SESSIONS,
            QUOTA_ORGANIZATION_UPLOADS,
            QUOTA_SETTINGS,
            QUOTA_STREAMS,
            DEMO,
            METRICS_TOKEN,
            LOG_FORMAT,
            LOG_LEVEL);

    private Settings() {}
}
