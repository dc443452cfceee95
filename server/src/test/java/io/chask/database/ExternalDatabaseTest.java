package io.chask.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExternalDatabaseTest {

    @TempDir
    private Path data = Path.of("replaced by JUnit");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:s%40cret@db.example:5433/chat",
                "postgres://ana:s%40cret@db.example:5433/chat",
                "jdbc:postgresql://db.example:5433/chat?user=ana&password=s%40cret"
            })
    void everyUsualFormOfAnAddressIsUnderstood(String address) {
        assertThat(ExternalDatabase.parse(address))
                .isEqualTo(new ConnectionDetails("jdbc:postgresql://db.example:5433/chat", "ana", "s@cret"));
    }

    @Test
    void otherParametersGoToTheDriver() {
        assertThat(ExternalDatabase.parse("postgresql://ana@db.example/chat?sslmode=verify-full&user=bea"))
                .isEqualTo(new ConnectionDetails("jdbc:postgresql://db.example/chat?sslmode=verify-full", "bea", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://a:b@c/d", "postgresql://a:secret@/d", "postgresql://a:secret@c", "no address: secret"})
    void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> ExternalDatabase.parse(address))
                .isInstanceOf(UnsuitableDatabase.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aCommandFindsTheDatabaseTheServerUsedLast() throws IOException {
        ConnectionDetails owner = TestDatabase.createEmpty();
        String address =
                owner.url().substring("jdbc:".length()) + "?user=" + owner.user() + "&password=" + owner.password();
        DatabaseAccess.open(data, Optional.of(address), false).close();

        try (DatabaseAccess found = DatabaseAccess.find(data, Optional.empty())) {
            assertThat(found.owner()).isEqualTo(owner);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.properties"))))
                .isEqualTo("rw-------");
    }
}
