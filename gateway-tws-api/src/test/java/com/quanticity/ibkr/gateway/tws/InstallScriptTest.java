package com.quanticity.ibkr.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input to {@code ./install-tws-api} ends with one line that says what to do. */
class InstallScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "install-tws-api").toAbsolutePath().normalize();

    private record Result(int exitCode, List<String> lines) {}

    private Path folder;

    @BeforeEach
    void chooseFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void namesWhatDoesNotExist() throws Exception {
        assertRefused(run("missing.zip"), "missing.zip does not exist: give IB's zip");
    }

    @Test
    void refusesAFileThatIsNoZip() throws Exception {
        Files.writeString(folder.resolve("broken.zip"), "not a zip");

        assertRefused(run("broken.zip"), "broken.zip is not a zip file: download it again");
    }

    @Test
    void refusesAZipWithoutTheClient() throws Exception {
        zip("gateway.zip", "ibgateway/readme.txt");

        assertRefused(run("gateway.zip"), "take the TWS API zip, not TWS or the gateway");
    }

    @Test
    void refusesAJarThatIsNotTheClient() throws Exception {
        zip("other.jar", "org/example/Other.class");

        assertRefused(run("--version", "10.37.02", "other.jar"), "is not IB's Java client: give the TwsApi.jar");
    }

    @Test
    void refusesAFolderWithoutTheClient() throws Exception {
        Files.createDirectory(folder.resolve("empty"));

        assertRefused(run("empty"), "give the folder IBJts/source/JavaClient of the download");
    }

    @Test
    void refusesUnknownOptionsAndSeveralInputs() throws Exception {
        assertRefused(run("--force"), "unknown option --force: see --help");
        assertRefused(run("one.zip", "two.zip"), "give one zip, jar or folder, not several");
    }

    @Test
    void tellsHowItIsUsed() throws Exception {
        Result help = run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.lines()).first().asString().startsWith("usage: ./install-tws-api");
    }

    private static void assertRefused(Result result, String message) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.lines()).singleElement().asString().contains(message);
    }

    private void zip(String name, String entry) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), lines);
    }
}
