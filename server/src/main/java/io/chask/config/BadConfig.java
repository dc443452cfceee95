package io.chask.config;

/// A setting that cannot be used. The message names the key and says what would be right.
public final class BadConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /// @param key     the setting's key, or the unknown name as it was written
    /// @param problem what is wrong and what would be right; never a secret's value
    public BadConfig(String key, String problem) {
        super(key + ": " + problem);
        this.key = key;
    }

    /// The key, or the unknown name.
    public String key() {
        return key;
    }
}
