package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An executable jar in Spring Boot's extracted layout, which starts about a third faster than the jar itself. Kept under the jar's hash,
 * so that a new build is unpacked anew and an old one costs nothing.
 */
final class UnpackedApplication {

    private static final int HASH_DIGITS = 12;

    private UnpackedApplication() {}

    /** Unpacks when it is not there yet; answers the jar to start. */
    static Path of(Application application, Folders folders) throws CannotStartException {
        Path jar = jar(application, folders.home());
        try {
            String name = application.module() + "-" + hash(jar);
            Path target = folders.applications().resolve(name);
            if (Files.notExists(target)) {
                unpack(jar, target);
                removeOthers(folders.applications(), application, name);
            }
            return target.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot unpack " + jar + " into " + folders.applications() + " (" + e
                            + "): free some space, or build anew with ./mvnw -Dmaven.test.skip=true package",
                    e);
        }
    }

    /** The executable jar that the build made. */
    static Path jar(Application application, Path home) throws CannotStartException {
        Path target = home.resolve(application.module()).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, application.module() + "-*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new CannotStartException("cannot read " + target + " (" + e + "): mend its permissions", e);
            }
        }
        throw new CannotStartException(target + " holds no " + application.module()
                + "-*-exec.jar: build it with ./mvnw -Dmaven.test.skip=true package in " + home);
    }

    private static void unpack(Path jar, Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished-");
        try {
            Path log = unfinished.resolve("tool.log");
            Process tool = new ProcessBuilder(List.of(
                            JavaCommand.executable(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            unfinished.resolve("app").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (tool.waitFor() != 0) {
                throw new IOException(
                        Files.readString(log).strip().lines().findFirst().orElse("no reason given"));
            }
            Files.move(unfinished.resolve("app"), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another run unpacked the same jar meanwhile: as good as ours.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Folders.delete(unfinished);
        }
    }

    /** Builds of yesterday fill a disk quickly. */
    private static void removeOthers(Path folder, Application application, String kept) throws IOException {
        String pattern = application.module() + "-" + "[0-9a-f]".repeat(HASH_DIGITS);
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder, pattern)) {
            for (Path each : unpacked) {
                if (!each.getFileName().toString().equals(kept) && isOld(each)) {
                    Folders.delete(each);
                }
            }
        }
    }

    /** A run that is up may still load classes from a younger one. */
    private static boolean isOld(Path folder) throws IOException {
        long age =
                System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
        return age > 24L * 60 * 60 * 1000;
    }

    private static String hash(Path jar) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of()
                    .formatHex(digest.digest())
                    .substring(0, HASH_DIGITS)
                    .toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
