package com.quanticity.ibkr.execution.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes statements from a folder. A file that changed within the last seconds may still be written and waits. Called by one thread. */
final class StatementFolder {

    private static final Logger LOG = LoggerFactory.getLogger(StatementFolder.class);
    private static final Duration STILL_WRITTEN = Duration.ofSeconds(5);

    private final Path folder;
    private final StatementDesk desk;
    private final Clock clock;

    StatementFolder(Path folder, StatementDesk desk, Clock clock) {
        this.folder = folder;
        this.desk = desk;
        this.clock = clock;
    }

    void look() {
        try {
            for (Path file : waiting()) {
                take(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("statement folder " + folder + " cannot be read; check that it exists", e);
        }
    }

    private List<Path> waiting() throws IOException {
        Instant settled = clock.instant().minus(STILL_WRITTEN);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .filter(file -> Files.isRegularFile(file) && isOlder(file, settled))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOlder(Path file, Instant settled) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(settled);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }

    private void take(Path file) throws IOException {
        try {
            desk.take(Files.readAllBytes(file), file.getFileName().toString(), "folder");
            move(file, "read");
        } catch (UnreadableStatementException e) {
            LOG.error(
                    "statement refused file={} cause={}; correct the query and put it here again",
                    file.getFileName(),
                    e.getMessage());
            move(file, "refused");
        }
    }

    private void move(Path file, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to)).resolve(file.getFileName());
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
