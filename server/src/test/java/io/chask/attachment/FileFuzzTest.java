package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/// Whatever a file holds has a type, and a size or none; whatever it is called is a harmless name.
final class FileFuzzTest {

    private static final Sniffer SNIFFER = new Sniffer();
    private static final List<String> IMAGES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    static void read(byte[] bytes) throws IOException {
        var name = new String(Arrays.copyOf(bytes, Math.min(bytes.length, 600)), StandardCharsets.UTF_8);
        assertThat(FileName.clean(name))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(255)
                .doesNotContain("/", "\\", "\u0000");
        assertThat(SNIFFER.declaredType(name, name)).isNotEmpty();
        try (var content = new SeekableInMemoryByteChannel(bytes)) {
            assertThat(SNIFFER.typeOf(content, FileName.clean(name))).matches("[^ ]+/[^ ]+");
        }
        for (var type : IMAGES) {
            try (var content = new SeekableInMemoryByteChannel(bytes)) {
                ImageSize.read(content, type)
                        .ifPresent(size -> assertThat(Math.min(size.width(), size.height()))
                                .isPositive());
            }
        }
    }

    @Test
    void brokenFilesHaveATypeAndAHarmlessName() {
        Mutations.of("attachment/FileFuzzingInputs/files").run(800, FileFuzzTest::read);
    }
}
