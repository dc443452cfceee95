package io.chask.attachment;

import java.nio.file.Path;

/// Port: looks into files for what should not be passed on.
@FunctionalInterface
public interface VirusScanner {

    /// For installations without a scanner.
    VirusScanner NONE = _ -> Verdict.CLEAN;

    /// What a scanner says.
    enum Verdict {
        /// Nothing was found, or the operator takes what cannot be scanned.
        CLEAN,
        INFECTED,
        /// The scanner does not look at as many bytes.
        TOO_LARGE,
        UNAVAILABLE
    }

    /// Scans a received file. Blocks.
    Verdict scan(Path file);
}
