package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FileNameTest {

    @Test
    void s24_pathsAreCutToTheirLastPart() {
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("C:\\fake\\photo.png")).isEqualTo("photo.png");
    }

    @Test
    void s24_namesOfNothingButDotsOrSlashesBecomeFile() {
        assertThat(FileName.clean("..")).isEqualTo("file");
        assertThat(FileName.clean("a/")).isEqualTo("file");
        assertThat(FileName.clean(" ")).isEqualTo("file");
        assertThat(FileName.clean("")).isEqualTo("file");
    }

    @Test
    void s24_controlCharactersLineBreaksAndHalfPairsAreDropped() {
        assertThat(FileName.clean("a\u0000b\r\nSet-Cookie: x\ud83d.png")).isEqualTo("abSet-Cookie: x.png");
    }

    @Test
    void s24_directionOverrideCannotDisguiseTheEnding() {
        assertThat(FileName.clean("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
    }

    @Test
    void s24_lettersOfEveryScriptStay() {
        assertThat(FileName.clean("Rechnung für Ünal – 领收书 👍.pdf")).isEqualTo("Rechnung für Ünal – 领收书 👍.pdf");
    }

    @Test
    void s24_longNamesAreCutBeforeTheirEnding() {
        assertThat(FileName.clean("x".repeat(300) + ".png")).hasSize(255).endsWith("x.png");
        assertThat(FileName.clean("👍".repeat(200))).hasSize(254);
    }
}
