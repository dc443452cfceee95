package io.chask.bench.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small file system that can be filled up. Needs the permission to mount.
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /// Mounts one over this folder.
    ///
    /// @throws NotAllowed when this machine does not let us
    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException, NotAllowed {
        Files.createDirectories(folder);
        String options = "size=" + megabytes + "m,mode=0755";
        if (run(List.of("mount", "-t", "tmpfs", "-o", options, "chask-faults", folder.toString())) != 0) {
            throw new NotAllowed();
        }
        return new SmallDisk(folder);
    }

    /// There is no permission to mount.
    static final class NotAllowed extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /// Writes until nothing more fits.
    void fill() throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long room = free(); room > 0; room = free()) {
                out.write(chunk, 0, (int) Math.min(CHUNK, room));
            }
        }
    }

    /// Gives the room back.
    void empty() throws IOException {
        Files.deleteIfExists(filler);
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Files on it, besides the filler.
    List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(filler))
                    .toList();
        }
    }

    private static int run(List<String> words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(List.of("umount", folder.toString()));
    }
}
