package io.chask.edge;

/// Reads `Accept-Encoding` (RFC 9110 §12.5.3).
final class Encodings {
    private Encodings() {}

    static boolean accepts(String header, String encoding) {
        for (var item : header.split(",", -1)) {
            var parts = item.split(";", -1);
            if (parts[0].strip().equalsIgnoreCase(encoding)) {
                return !(parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?"));
            }
        }
        return false;
    }
}
