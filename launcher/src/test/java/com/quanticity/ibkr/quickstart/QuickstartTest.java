package com.quanticity.ibkr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --bogus                  | Unknown option: '--bogus': see ./quickstart --help
            --redis-port six         | Invalid value for option '--redis-port': 'six' is not an int: see ./quickstart --help
            --speed 2                | --date, --from and --speed cannot be used like this: they need --recordings DIR
            --gateway nowhere        | --gateway nowhere is no address: write HOST:PORT, like 127.0.0.1:4002 (paper gateway)
            --gateway h:1 --seed 3   | --gateway cannot be used like this: the market is the gateway's
            --check --gateway h:1    | --check cannot be used like this: it trades, and does so with the simulator only: leave --gateway out
            --restart-after soon     | --restart-after soon is no time: write it like 10s, 500ms or 2m
            --console-port 0         | --console-port 0 is no port: use 1 to 65535
            --recordings /no/such    | recordings folder /no/such does not exist: give an existing one with --recordings DIR
            """)
    void saysInOneLineWhatIsWrong(String arguments, String line) {
        assertThat(run(arguments + " --data " + folder.resolve("data"))).isEqualTo(2);

        assertThat(text(err)).isEqualTo("quickstart: " + line + "\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();

        assertThat(text(out)).contains("--recordings", "--check", "Ctrl-C stops everything");
    }

    @Test
    void needsTheBuild() {
        System.setProperty("quickstart.home", folder.toString());
        try {
            assertThat(run("--free-ports --data " + folder.resolve("data"))).isEqualTo(2);
        } finally {
            System.clearProperty("quickstart.home");
        }

        assertThat(text(err)).contains("holds no gateway-simulator-*-exec.jar: build it with ./mvnw");
    }

    private int run(String arguments) {
        return Quickstart.run(
                arguments.split(" ", -1),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
