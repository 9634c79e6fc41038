package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.ChainCheck;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One day of the chain as two files of a folder: {@code audit-DAY.jsonl}, a link a line in order, and {@code audit-DAY.manifest.json}.
 * Written once: a file that is there is never written again, and both are read-only afterwards. The manifest comes last, so a day
 * without one is not exported.
 */
final class DayFile {

    private final Path links;
    private final Path manifest;

    private DayFile(Path links, Path manifest) {
        this.links = links;
        this.manifest = manifest;
    }

    static DayFile of(Path folder, LocalDate day) {
        return new DayFile(
                folder.resolve("audit-" + day + ".jsonl"), folder.resolve("audit-" + day + ".manifest.json"));
    }

    Path links() {
        return links;
    }

    Path manifest() {
        return manifest;
    }

    /** A file that was exported, with its manifest beside it. */
    static DayFile at(Path links) {
        String name = links.getFileName().toString();
        return new DayFile(links, links.resolveSibling(name.replaceFirst("\\.jsonl$", "") + ".manifest.json"));
    }

    /**
     * Writes what was stored on the day.
     *
     * @return what the check of the day found; when the chain is broken no manifest is written
     * @throws java.nio.file.FileAlreadyExistsException when the day is there already
     */
    ChainCheck write(AuditStore store, LocalDate day, Instant now) throws IOException {
        ChainCheck check;
        try (BufferedWriter writer = Files.newBufferedWriter(
                links, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            check = store.check(day, link -> line(writer, link));
        }
        if (check.broken().isEmpty()) {
            Manifest written = new Manifest(
                    day,
                    check.count(),
                    check.startSequence(),
                    check.startSequence() + check.count(),
                    check.startHash(),
                    check.last().map(AuditLink::hash).orElse(check.startHash()),
                    sha256(links),
                    now);
            Files.writeString(
                    manifest, ModelJson.write(written) + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            readOnly(manifest);
        }
        readOnly(links);
        return check;
    }

    /** Checks the file by itself and against its manifest; no database is needed. */
    Verdict verify() throws IOException {
        if (!Files.exists(manifest)) {
            return new Verdict(
                    0, "there is no manifest " + manifest.getFileName() + " beside it: export the day again");
        }
        Manifest expected = manifestAt(manifest);
        ChainCheck check = ChainCheck.after(expected.previousSequence(), expected.previousHash());
        try (BufferedReader reader = Files.newBufferedReader(links)) {
            for (String line = reader.readLine(); line != null && read(check, line); line = reader.readLine()) {}
        }
        return new Verdict(check.count(), problem(check, expected));
    }

    /** @throws IllegalArgumentException when the file is no manifest */
    static Manifest manifestAt(Path file) throws IOException {
        try {
            return ModelJson.read(Files.readString(file), Manifest.class);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(file + " is no manifest of an exported day; name the one beside it", e);
        }
    }

    private static boolean read(ChainCheck check, String line) {
        try {
            return check.accept(ModelJson.read(line, AuditLink.class));
        } catch (MalformedMessageException e) {
            check.reject(check.last().map(AuditLink::sequence).orElse(0L) + 1, "", String.valueOf(e.getMessage()));
            return false;
        }
    }

    private String problem(ChainCheck check, Manifest expected) throws IOException {
        if (check.broken().isPresent()) {
            return check.broken().get().toString();
        }
        Optional<AuditLink> last = check.last();
        if (check.count() != expected.count()
                || !last.map(AuditLink::hash).orElse(expected.previousHash()).equals(expected.headHash())) {
            return "the end was cut off or exchanged: " + check.count() + " links, the manifest says "
                    + expected.count() + " ending with " + expected.headHash();
        }
        return sha256(links).equals(expected.fileSha256()) ? "" : "the file's bytes are not those of the manifest";
    }

    private static void line(BufferedWriter writer, AuditLink link) {
        try {
            writer.write(ModelJson.write(link));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void readOnly(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        } else if (!file.toFile().setReadOnly()) {
            throw new IOException("cannot make " + file + " read-only; choose a folder whose file system can");
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What a day's file must hold; note it elsewhere, for the chain alone does not tell that its end is missing.
     *
     * @param day stored on it, UTC
     * @param count links
     * @param previousSequence place of the link before the first, 0 when the chain begins here
     * @param lastSequence place of the last link, previousSequence without links
     * @param previousHash hash of the link before the first
     * @param headHash hash of the last link
     * @param fileSha256 SHA-256 of the file's bytes
     * @param exportedAt when it was written
     */
    record Manifest(
            LocalDate day,
            long count,
            long previousSequence,
            long lastSequence,
            String previousHash,
            String headHash,
            String fileSha256,
            Instant exportedAt) {}

    /**
     * What a check found.
     *
     * @param links that fit
     * @param problem one line, empty when the file is whole
     */
    record Verdict(long links, String problem) {}
}
