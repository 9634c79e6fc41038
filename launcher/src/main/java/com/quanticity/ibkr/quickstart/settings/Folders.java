package com.quanticity.ibkr.quickstart.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run keeps its things.
 *
 * @param home the project's root folder
 * @param data what survives between runs: databases, secrets, logs; nothing else lives there
 * @param cache unpacked applications and servers, shared by all data folders; may be deleted any time no run is up
 */
public record Folders(Path home, Path data, Path cache) {

    private static final String MARK = "quickstart.lock";

    public static Folders of(Path home, Path data) {
        return new Folders(home, data.toAbsolutePath().normalize(), home.resolve(".quickstart/cache"));
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path lock() {
        return data.resolve(MARK);
    }

    public Path secrets() {
        return data.resolve("secrets.properties");
    }

    public Path instance() {
        return data.resolve("instance.json");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path redis() {
        return data.resolve("redis");
    }

    public Path simulatorState() {
        return data.resolve("simulator/state.json");
    }

    /** Where execution-replay looks when no recordings are given. */
    public Path recordings() {
        return data.resolve("recordings");
    }

    public Path applications() {
        return cache.resolve("apps");
    }

    public Path servers() {
        return cache.resolve("servers");
    }

    /** Makes the data folder when it is missing, for its owner alone. */
    void createData() throws IOException {
        if (Files.notExists(data)) {
            Files.createDirectories(data);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Makes the folders that are missing in the data folder, and proves that they can be written. */
    public void prepare() throws CannotStartException {
        Path current = data;
        try {
            for (Path folder : List.of(
                    logs(), redis(), recordings(), simulatorState().resolveSibling(""), applications(), servers())) {
                current = folder;
                Files.createDirectories(folder);
                Files.delete(Files.createTempFile(folder, "probe", ""));
            }
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot write in " + current + " (" + e + "): free some space, mend its permissions, or choose"
                            + " another folder with --data DIR",
                    e);
        }
    }

    /** Deletes the data, except the lock that the caller holds. Refuses a folder that never was a data folder. */
    public void deleteData() throws CannotStartException {
        if (Files.notExists(data)) {
            return;
        }
        try (Stream<Path> content = Files.list(data)) {
            List<Path> children = content.toList();
            for (Path child : children) {
                // The cache and another data folder may lie inside this one.
                if (!child.equals(lock()) && !child.equals(cache) && Files.notExists(child.resolve(MARK))) {
                    delete(child);
                }
            }
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot delete the old data in " + data + " (" + e.getMessage() + "): remove it by hand", e);
        }
    }

    /** Whether the data folder is new, empty, or was one of ours before. */
    public boolean isOurs() throws CannotStartException {
        if (Files.notExists(data) || Files.exists(lock()) || data.equals(cache.getParent())) {
            return true;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot read the data folder " + data + ": choose another with --data DIR", e);
        }
    }

    /** Deletes a file or a whole folder. */
    public static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
