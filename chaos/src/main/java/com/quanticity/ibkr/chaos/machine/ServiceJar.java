package com.quanticity.ibkr.chaos.machine;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.settings.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service's executable jar in the extracted layout, with an AOT cache beside it: a run waits for starts more than for anything else. */
record ServiceJar(Path jar) {

    private static final String MARK = "unpacked-from";

    /** Unpacks it when the build is newer than what was unpacked before. */
    static synchronized ServiceJar of(Application service, Path home) {
        Path packed = built(service, home);
        Path target = home.resolve("chaos/target/apps").resolve(service.module());
        try {
            String mark = packed + " " + Files.getLastModifiedTime(packed);
            Path marked = target.resolve(MARK);
            if (!Files.exists(marked) || !Files.readString(marked).equals(mark)) {
                unpack(packed, target);
                Files.writeString(marked, mark);
            }
            return new ServiceJar(target.resolve(packed.getFileName()));
        } catch (IOException e) {
            throw new MachineException("cannot unpack " + packed + " into " + target + ": free some space", e);
        }
    }

    private static void unpack(Path packed, Path target) throws IOException {
        if (Files.exists(target)) {
            Folders.delete(target);
        }
        Files.createDirectories(target.resolveSibling(""));
        Path log = target.resolveSibling("unpack.log");
        Process tool = new ProcessBuilder(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (tool.waitFor() != 0) {
                throw new MachineException("cannot unpack " + packed + ": see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted", e);
        }
    }

    boolean isTrained() {
        try {
            return Files.exists(cache()) && Files.size(cache()) > 0;
        } catch (IOException e) {
            throw new MachineException("cannot read " + cache() + ": mend its permissions", e);
        }
    }

    /** Writes the cache when the process ends in good order. */
    List<String> trainingCommand() {
        return command(List.of("-XX:AOTCacheOutput=" + cache()));
    }

    List<String> command() {
        return command(isTrained() ? List.of("-XX:AOTCache=" + cache()) : List.of());
    }

    private List<String> command(List<String> cacheOptions) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(cacheOptions);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString()));
        return command;
    }

    private Path cache() {
        return jar.resolveSibling("start.aot");
    }

    private static Path built(Application service, Path home) {
        Path target = home.resolve(service.module()).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, service.module() + "-*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new MachineException("cannot read " + target + ": mend its permissions", e);
            }
        }
        throw new MachineException(target + " holds no " + service.module()
                + "-*-exec.jar: build it with ./mvnw -Dmaven.test.skip=true package");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
