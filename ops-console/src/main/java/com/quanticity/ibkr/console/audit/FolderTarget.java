package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A folder. Retention and holds are the business of its storage; nothing is ever overwritten or removed here. */
final class FolderTarget implements DayTarget {

    private final Path folder;

    FolderTarget(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(DayFile day, Manifest manifest, LocalDate retainUntil, boolean held) throws IOException {
        Files.createDirectories(folder);
        DayFile target = DayFile.of(folder, manifest.day());
        if (Files.exists(target.manifest())) {
            requireSame(DayFile.manifestAt(target.manifest()), manifest, target);
        } else {
            move(day.links(), target.links());
            move(day.manifest(), target.manifest());
        }
        return target.links().toAbsolutePath().toString();
    }

    private static void requireSame(Manifest there, Manifest manifest, DayFile target) throws IOException {
        if (!there.fileSha256().equals(manifest.fileSha256())) {
            throw new FileAlreadyExistsException(target.links()
                    + " is there with other links; keep both, move the one in the folder away and call compliance");
        }
    }

    /** Complete under its name or not there at all: a crash leaves only the part. */
    private static void move(Path source, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.copy(source, part);
        if (Files.exists(target) && Files.mismatch(part, target) < 0) {
            Files.delete(part);
            return;
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target + " is there with other bytes and without a manifest; move it away");
        }
        Files.move(part, target);
        DayFile.readOnly(target);
    }
}
