package com.quanticity.ibkr.simulator.saved;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and replaces one JSON file; a reader sees the old content or the new, never a part. */
final class StateFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The saved state, or empty when there is no file yet. */
    Optional<SavedState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SavedState state = MAPPER.readValue(Files.readAllBytes(file), SavedState.class);
            if (state.format() != SavedState.FORMAT) {
                throw new StateFileException("state file " + file + " has format " + state.format() + ", not "
                        + SavedState.FORMAT + ": move it away to start afresh");
            }
            return Optional.of(state);
        } catch (IOException | JacksonException unreadable) {
            throw new StateFileException(
                    "state file " + file + " cannot be read: move it away to start afresh, or give another --state",
                    unreadable);
        }
    }

    void write(SavedState state) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(state);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, json);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
