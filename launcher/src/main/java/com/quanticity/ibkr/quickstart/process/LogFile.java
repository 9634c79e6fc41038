package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A component's log: one file a run, the last five kept as {@code NAME.log.1} (newest) to {@code .5}. */
public final class LogFile {

    private static final int KEPT = 5;

    private LogFile() {}

    /** Puts the previous run's file aside. */
    public static void rotate(Path log) throws IOException {
        for (int i = KEPT; i > 1; i--) {
            move(numbered(log, i - 1), numbered(log, i));
        }
        move(log, numbered(log, 1));
    }

    /** All lines of this run; empty when there is no file. Bytes that are no UTF-8 are replaced. */
    public static List<String> lines(Path log) throws IOException {
        if (Files.notExists(log)) {
            return List.of();
        }
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static Path numbered(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
