package io.chask.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chask.account.BadAccount.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {

    private static void check(String password) {
        PasswordRules.check(password, "Añá Quispe Mamani", "ana.quispe77@shop.example");
    }

    private static void refused(String password, Fault fault) {
        assertThatExceptionOfType(BadAccount.class)
                .as(password)
                .isThrownBy(() -> check(password))
                .satisfies(bad -> assertThat(bad.fault()).as(password).isEqualTo(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123", "Password2026!", "P@ssw0rd1234", "passwordpassword", "iloveyou!!", "qwertyuiop",
                        "QWERTY123456",
                "1234567890", "0987654321", "11111111111", "abcabcabcabc", "abcdefghij", "asdfghjkl123", "contraseña1",
                "Contrasena2026", "Senha123456", "senha@2025", "teamomucho1", "letmein2024", "Welcome123",
                        "admin_admin",
                "administrator", "football99", "01/02/1990", "1qaz2wsx3edc", "zxcvbnm,./", "Bienvenidos1",
                        "superman2000",
                "l0v3l0v3l0v3", "1l0veyou1234", "chask-2026", "changeme!!", "s3cr3t-s3cr3t", "Brasil2026!!"
            })
    void whatGuessersTryFirstIsRefused(String password) {
        refused(password, Fault.PASSWORD_TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery", "quiet mountain river", "long enough", "second secret", "a long pass phrase",
                "tr4vesura-limonada", "xkVq9-wPz2m", "mi abuela hornea pan", "ñandú corre lejos", "日本語日本語日本語五"
            })
    void whatNobodyTriesFirstIsTaken(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void tenCharactersAreTheLeastAndAThousandTheMost() {
        refused("kW9 zr2_L", Fault.PASSWORD_TOO_SHORT);
        assertThatCode(() -> check("kW9 zr2_Lp")).doesNotThrowAnyException();
        refused("kW9 zr2_Lp".repeat(100) + "x", Fault.UNUSABLE);
    }

    @Test
    void onesNameOrEMailIsRefusedHoweverItIsWritten() {
        for (var own : List.of(
                "Ana Quispe Mamani",
                "aña-quispe-mamani",
                "ana.quispe77",
                "ANA.QUISPE77@shop.example",
                "4n4.Quisp3",
                "AnaQuispe2026")) {
            if (own.length() >= PasswordRules.SHORTEST) {
                assertThatExceptionOfType(BadAccount.class).as(own).isThrownBy(() -> check(own));
            }
        }
        refused("Ana Quispe Mamani", Fault.PASSWORD_PERSONAL);
        refused("ANA.QUISPE77@shop.example", Fault.PASSWORD_PERSONAL);
    }

    @Test
    void theListHasNoWordTwiceAndIsInItsSmallForm() throws IOException {
        try (var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> List.of(line.split(" ")).stream()))
                    .hasSizeGreaterThan(700)
                    .allMatch(word -> word.matches("[a-z]+"));
        }
    }
}
