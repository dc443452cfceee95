package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chask.attachment.ClamdDouble.Mood;
import io.chask.attachment.VirusScanner.Verdict;
import io.chask.config.ScanConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Where Debian's clamav-daemon listens.
    private static final Path REAL = Path.of("/run/clamav/clamd.ctl");

    /// The harmless file that every scanner knows, in two parts, so that none finds it here.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    Path folder;

    private ClamdDouble clamd;

    @BeforeEach
    void start() throws IOException {
        clamd = new ClamdDouble();
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    private Clamd scanner(boolean required, Duration timeout) {
        return new Clamd(new ScanConfig(clamd.address(), required, timeout));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 1_000_000})
    void everyByteReachesTheScanner(int size) throws IOException {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        assertThat(scanner(true, PATIENCE).scan(file(content))).isEqualTo(Verdict.CLEAN);
        assertThat(clamd.scanned()).singleElement().isEqualTo(content);
    }

    @Test
    void virusIsFound() throws IOException {
        assertThat(scanner(true, PATIENCE).scan(file(EICAR))).isEqualTo(Verdict.INFECTED);
        assertThat(scanner(false, PATIENCE).scan(file(EICAR))).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void fileThatTheScannerDoesNotTakeIsTooLarge() throws IOException {
        clamd.be(Mood.STRICT);
        assertThat(scanner(true, PATIENCE).scan(file("x".repeat(2_000)))).isEqualTo(Verdict.TOO_LARGE);
        assertThat(scanner(true, PATIENCE).scan(file("x".repeat(3_000_000)))).isEqualTo(Verdict.TOO_LARGE);
        assertThat(scanner(false, PATIENCE).scan(file("x".repeat(2_000)))).isEqualTo(Verdict.CLEAN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DYING", "CONFUSED"})
    void scannerThatDoesNotAnswerIsUnavailableOrPassedOver(Mood mood) throws IOException {
        clamd.be(mood);
        var file = file("hello");
        assertThat(scanner(true, Duration.ofMillis(200)).scan(file)).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(scanner(false, Duration.ofMillis(200)).scan(file)).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void scannerThatIsNotThereIsUnavailable() throws IOException {
        clamd.close();
        assertThat(scanner(true, PATIENCE).scan(file("hello"))).isEqualTo(Verdict.UNAVAILABLE);
        var socket = new ScanConfig("unix:" + folder.resolve("nobody"), true, PATIENCE);
        assertThat(new Clamd(socket).scan(file("hello"))).isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void realScannerKnowsTheTestFile() throws IOException {
        assumeTrue(Files.exists(REAL), "no clamd listens at " + REAL);
        var real = new Clamd(new ScanConfig("unix:" + REAL, true, PATIENCE));
        assertThat(real.scan(file("hello"))).isEqualTo(Verdict.CLEAN);
        assertThat(real.scan(file(EICAR))).isEqualTo(Verdict.INFECTED);
    }
}
