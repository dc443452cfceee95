package io.chask.config;

import java.util.Locale;

/// One thing that can be set, by the same name in three spellings: `delivery.idle-timeout` in the file,
/// `CHASK_DELIVERY_IDLE_TIMEOUT` in the environment, `--delivery-idle-timeout` as a flag.
///
/// @param key          lower case, parts joined by `.`, words by `-`
/// @param defaultValue as it would be written; empty for "not set"
/// @param description  for the operator, one sentence
public record Setting(String key, String defaultValue, String description) {

    /// Its environment variable.
    public String variable() {
        return "CHASK_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// Its command line flag.
    public String flag() {
        return "--" + key.replace('.', '-');
    }
}
