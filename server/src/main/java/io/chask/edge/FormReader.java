package io.chask.edge;

import io.chask.wire.Reason;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Reads a `multipart/form-data` body: the part `file` into a file, the rest into fields.
final class FormReader {
    private static final long ALMOST_FULL = 1 << 20;

    private final HttpServerRequest request;
    private final Context context;
    private final CompletableFuture<Optional<Part>> file = new CompletableFuture<>();
    private final CompletableFuture<Map<String, String>> fields = new CompletableFuture<>();

    // Only touched on the event loop.
    private @Nullable StreamInput content;

    private record Part(String name, String declaredType, StreamInput content) {}

    FormReader(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    Upload read(Path folder, long limit) {
        context.runOnContext(_ -> beginOrFail());
        var part = Waiting.on(file)
                .orElseThrow(() -> new Refused(Reason.FILE_MISSING, "The form has no part named file."));
        var target = folder.resolve(UUID.randomUUID() + ".part");
        boolean kept = false;
        try {
            long size = copy(part.content(), target, limit);
            var upload = new Upload(target, part.name(), part.declaredType(), size, Waiting.on(fields));
            kept = true;
            return upload;
        } finally {
            if (!kept) {
                delete(target);
            }
        }
    }

    // A form whose type names no boundary cannot be begun.
    private void beginOrFail() {
        request.exceptionHandler(failure -> fail(new ClientGone(failure)));
        try {
            begin(new FormDecoder(request, context, this::part));
        } catch (RuntimeException failure) {
            fail(malformed());
        }
        request.resume();
    }

    private void begin(FormDecoder decoder) {
        request.exceptionHandler(failure -> {
            decoder.destroy();
            fail(new ClientGone(failure));
        });
        request.handler(buffer -> orFail(decoder, () -> decoder.take(buffer)));
        request.endHandler(_ -> orFail(decoder, () -> {
            var values = decoder.end();
            if (content != null) {
                content.noMore(malformed());
            }
            file.complete(Optional.empty());
            fields.complete(values);
        }));
    }

    // Also defects of the decoder itself: it reads what a stranger has written.
    private void orFail(FormDecoder decoder, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException noForm) {
            decoder.destroy();
            fail(malformed());
        }
    }

    private void part(HttpServerFileUpload upload) {
        if (!upload.name().equals("file") || file.isDone()) {
            upload.handler(_ -> {});
            return;
        }
        content = new StreamInput(upload, context);
        content.attach();
        var declared = upload.contentType() == null ? "" : RequestBody.mediaType(upload.contentType());
        file.complete(Optional.of(new Part(upload.filename() == null ? "" : upload.filename(), declared, content)));
    }

    // What still comes of the body is let go by.
    private void fail(RuntimeException failure) {
        request.handler(_ -> {});
        request.endHandler(_ -> {});
        file.completeExceptionally(failure);
        fields.completeExceptionally(failure);
        if (content != null) {
            content.noMore(failure);
        }
    }

    private static Refused malformed() {
        return new Refused(Problem.field("body", "is not a well-formed form"));
    }

    private static long copy(InputStream content, Path target, long limit) {
        try (content;
                var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[16_384];
            long size = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > limit) {
                    throw new Refused(Reason.FILE_TOO_LARGE, "The file has more than " + limit + " bytes.");
                }
                out.write(buffer, 0, count);
            }
            return size;
        } catch (IOException failure) {
            throw full(target) ? new Refused(Reason.STORAGE_FULL) : new UncheckedIOException("storing a file", failure);
        }
    }

    private static boolean full(Path target) {
        try {
            var folder = target.getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < ALMOST_FULL;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException failure) {
            throw new UncheckedIOException("deleting a refused upload", failure);
        }
    }
}
