package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from a Maven artifact on first use. */
record PostgresBinaries(Path folder) {

    private static final String VERSION = "17.11";

    static PostgresBinaries in(Path servers) throws CannotStartException {
        refuseRootWithoutNamespaces();
        Path target = servers.resolve("postgresql-" + VERSION);
        try {
            if (Files.notExists(target)) {
                unpack(target);
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot unpack PostgreSQL into " + servers + " (" + e + "): free some space", e);
        }
    }

    /** The start of a command line. PostgreSQL refuses to run as root: in a user namespace of its own it is nobody. */
    List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        return command;
    }

    private static void refuseRootWithoutNamespaces() throws CannotStartException {
        if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStartException(
                    "PostgreSQL does not run as root, and user namespaces ('unshare -U') are forbidden"
                            + " here: run quickstart as an ordinary user");
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished-");
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine)) {
            if (packed == null) {
                throw new IOException("no PostgreSQL for " + machine + " in the Maven artifacts of this build");
            }
            Path content = Files.createDirectory(unfinished.resolve("content"));
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                unpack(tar, content);
            }
            Files.move(content, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another run unpacked it meanwhile: as good as ours.
            return;
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("'" + entry.getName() + "' would leave the folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, file);
                boolean program = (entry.getMode() & 0100) != 0 || file.startsWith(folder.resolve("bin"));
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
