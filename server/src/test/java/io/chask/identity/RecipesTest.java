package io.chask.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chask.identity.IdentitySettings.ActiveSecret;
import io.chask.outgoing.OutgoingHttp;
import io.chask.outgoing.UrlGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The recipes of the documentation and the class we ship make tokens that this server takes.
@TestInstance(Lifecycle.PER_CLASS)
final class RecipesTest {

    private static final Path EXAMPLES =
            Path.of("..", "docs", "src", "examples").toAbsolutePath().normalize();
    private static final Path LIBRARY =
            Path.of("..", "identity", "src", "main", "java", "io", "chask", "token", "ChaskIdentity.java");
    private static final UUID SHOP = UUID.randomUUID();

    private final SharedSecrets secrets =
            new SharedSecrets("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private final ActiveSecret active = new ActiveSecret(UUID.randomUUID(), Instant.EPOCH);
    private final OutgoingHttp http =
            new OutgoingHttp(new UrlGuard(Set.of(), InetAddress::getAllByName), Duration.ofSeconds(1));

    @AfterAll
    void close() {
        http.close();
    }

    private void assertTaken(String token) {
        var tokens = new IdentityTokens(secrets, new IssuerKeys(http, Clock.systemUTC()), Clock.systemUTC());
        var settings = new IdentitySettings(IdentityMode.ENFORCED, null, List.of(active));
        assertThat(tokens.explain(SHOP, settings, token))
                .allSatisfy(each -> assertThat(each.flaw()).isNull());
        assertThat(tokens.verify(SHOP, settings, token)).isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
            assertThat(verified.identity().userId()).isEqualTo("user-42");
            assertThat(verified.identity().name()).isEqualTo("Ana \"Ñ\" Souza");
            assertThat(verified.identity().email()).isEqualTo("ana@example.com");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    node | --input-type=module | -e | import { chaskToken } from "./token.mjs"; process.stdout.write(chaskToken({ id: "user-42", name: 'Ana "Ñ" Souza', email: "ana@example.com" }))
                    python3 | -B | -c | from token_py import chask_token; print(chask_token({"id": "user-42", "name": 'Ana "Ñ" Souza', "email": "ana@example.com"}), end="")
                    php | -d | display_errors=1 | require "token.php"; echo chask_token(["id" => "user-42", "name" => 'Ana "Ñ" Souza', "email" => "ana@example.com"]);
                    ruby | -W1 | -e | require "./token.rb"; print chask_token({ id: "user-42", name: 'Ana "Ñ" Souza', email: "ana@example.com" })
                    """)
    void recipeOfThisLanguageMakesATokenThatIsTaken(
            String runtime, String first, String second, String program, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(isInstalled(runtime), runtime + " is not installed here");
        copyRecipes(folder);
        var command = runtime.equals("php")
                ? List.of(runtime, first, second, "-r", program)
                : List.of(runtime, first, second, program);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "CHASK_ORGANIZATION",
                        SHOP.toString(),
                        "CHASK_SECRET",
                        secrets.text(SHOP, active.id()),
                        "PYTHONIOENCODING",
                        "utf-8",
                        "LC_ALL",
                        "C.UTF-8"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertTaken(said);
    }

    /// Python has a module of its own named `token`.
    private static void copyRecipes(Path folder) throws IOException {
        for (var file : List.of("token.mjs", "token.php", "token.rb")) {
            Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        }
        Files.copy(EXAMPLES.resolve("token.py"), folder.resolve("token_py.py"));
    }

    private static boolean isInstalled(String runtime) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, runtime)));
    }

    @Test
    void classWeShipMakesATokenThatIsTaken(@TempDir Path folder) throws Exception {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-proc:none", "-d", folder.toString(), LIBRARY.toString());
        assertThat(failed).isZero();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            var type = loader.loadClass("io.chask.token.ChaskIdentity");
            var made = type.getConstructor(String.class, String.class)
                    .newInstance(SHOP.toString(), secrets.text(SHOP, active.id()));
            var data = Map.of("name", "Ana \"Ñ\" Souza", "email", "ana@example.com");
            assertTaken(
                    (String) type.getMethod("token", String.class, Map.class).invoke(made, "user-42", data));
        }
    }
}
