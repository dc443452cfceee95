package io.chask.config;

import java.net.URI;

/// A bucket of a store that speaks S3.
///
/// @param endpoint address of the store, without the bucket
/// @param pathStyle whether the bucket stands in the path; else before the host's name
public record S3Config(
        URI endpoint, String region, String bucket, String accessKey, String secretKey, boolean pathStyle) {

    public S3Config {
        var scheme = endpoint.getScheme();
        if (scheme == null
                || !scheme.matches("https?")
                || endpoint.getHost() == null
                || endpoint.getRawQuery() != null) {
            throw new BadConfig(
                    Settings.S3_ENDPOINT.key(), "must be an address such as https://s3.eu-west-1.amazonaws.com");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,62}")) {
            throw new BadConfig(Settings.S3_BUCKET.key(), "must be a bucket's name: lower case, digits, dots, hyphens");
        }
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new BadConfig(
                    Settings.S3_ACCESS_KEY.key(), "the store needs an access key and a secret key; set both");
        }
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "S3Config[" + endpoint + ", " + region + ", " + bucket + "]";
    }
}
