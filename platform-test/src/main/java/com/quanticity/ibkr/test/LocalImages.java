package com.quanticity.ibkr.test;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which container images may be used: only those that are already on this machine, so that a test never waits for a download. Without a
 * Docker engine there is none.
 */
final class LocalImages {

    private static final int ENGINE_SECONDS = 5;
    private static final String CLEANER = "testcontainers/ryuk";

    private LocalImages() {}

    /** The first of the candidates that is present, with the cleaner of the container library present or switched off. */
    static Optional<String> firstOf(String... candidates) {
        if (!cleanerIsSettled()) {
            return Optional.empty();
        }
        for (String candidate : candidates) {
            if (succeeds("docker", "image", "inspect", candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean cleanerIsSettled() {
        if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            return System.getenv("TESTCONTAINERS_TINYIMAGE_CONTAINER_IMAGE") != null
                    || succeeds("docker", "image", "inspect", "alpine:3.17");
        }
        return succeeds("sh", "-c", "docker image ls -q " + CLEANER + " | grep -q .");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(ENGINE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
