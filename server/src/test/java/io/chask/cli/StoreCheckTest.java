package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.attachment.ClamdDouble;
import io.chask.attachment.ClamdDouble.Mood;
import io.chask.cli.Finding.Level;
import io.chask.config.ConfigReader;
import io.chask.config.Configuration;
import io.chask.storage.S3Double;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreCheckTest {

    @TempDir
    Path folder;

    private S3Double store;
    private ClamdDouble clamd;

    @BeforeEach
    void start() throws IOException {
        store = new S3Double();
        clamd = new ClamdDouble();
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        clamd.close();
    }

    private Configuration configured(String secret, String scanTimeout) {
        var flags = Map.of(
                "--data",
                folder.toString(),
                "--attachments-s3-endpoint",
                store.endpoint().toString(),
                "--attachments-s3-region",
                S3Double.REGION,
                "--attachments-s3-bucket",
                S3Double.BUCKET,
                "--attachments-s3-access-key",
                S3Double.ACCESS_KEY,
                "--attachments-s3-secret-key",
                secret,
                "--attachments-scan-timeout",
                scanTimeout,
                "--attachments-clamd",
                clamd.address());
        return new ConfigReader(Map.of()).read(flags, null);
    }

    private static List<Level> levels(Configuration configuration) {
        return StoreCheck.look(configuration).stream().map(Finding::level).toList();
    }

    @Test
    void storeAndScannerThatWorkAreFineAndNothingIsLeft() {
        assertThat(levels(configured(S3Double.SECRET_KEY, "30s"))).containsExactly(Level.FINE, Level.FINE);
        assertThat(store.requests())
                .extracting(request -> request.substring(0, 3))
                .contains("PUT", "HEA", "DEL");
        assertThat(store.objects()).isEmpty();
    }

    @Test
    void wrongSecretAndSilentScannerAreProblems() {
        clamd.be(Mood.SILENT);
        var findings = StoreCheck.look(configured("wrong", "200ms"));
        assertThat(findings).extracting(Finding::level).containsExactly(Level.PROBLEM, Level.PROBLEM);
        assertThat(findings.getFirst().says()).contains("SignatureDoesNotMatch").doesNotContain("wrong");
    }

    @Test
    void withoutBothThereIsNothingToLookAt() {
        assertThat(StoreCheck.look(new ConfigReader(Map.of()).read(Map.of("--data", folder.toString()), null)))
                .isEmpty();
    }
}
