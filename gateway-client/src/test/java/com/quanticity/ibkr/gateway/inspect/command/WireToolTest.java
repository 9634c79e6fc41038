package com.quanticity.ibkr.gateway.inspect.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireToolTest {

    private static final Path FULL = Path.of("..", "..", "shared", "tws-wire", "vectors");
    private static final Path SAMPLE = Path.of("src", "test", "resources", "vectors");

    @Test
    void writesRequestsAsHex() {
        ToolRun run = ToolRun.of("{\"name\":\"REQ_IDS\",\"args\":{\"numIds\":1}}\n", "encode", "--version", "200");

        assertThat(run).isEqualTo(new ToolRun(0, List.of("00000006380031003100"), ""));
    }

    @Test
    void goesOnAfterARequestThatCannotBeWritten() {
        ToolRun run = ToolRun.of("""
                {"name":"NO_SUCH","args":{}}
                no json
                {"name":"REQ_CURRENT_TIME_IN_MILLIS","args":{}}
                {"name":"REQ_IDS","args":{"numIds":1}}
                """, "encode", "--version", "187");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).containsExactly("00000006380031003100");
        assertThat(run.err().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("ibkr-wire encode: input line "))
                .anyMatch(line -> line.contains("line 1: 'NO_SUCH' is no request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests.jsonl", "events.jsonl"})
    void passesEveryGoldenFrame(String file) {
        Path vectors = (Files.isDirectory(FULL) ? FULL : SAMPLE).resolve(file);

        ToolRun run = ToolRun.of("", "check", vectors.toString());

        assertThat(run.out()).singleElement().asString().matches(file + ": [1-9]\\d* passed, 0 failed");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void showsWhereAGoldenFrameDiffers(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bent.jsonl"), """
                {"name":"NEXT_VALID_ID:bent","serverVersion":200,"hex":"00000006390031003100","callback":"nextValidId","args":{"orderId":2}}
                {"name":"REQ_IDS:bent","serverVersion":199,"encoder":"java-10.34.02","args":{"numIds":2},"hex":"00000006380031003100"}
                {"name":"REQ_IDS:one","serverVersion":199,"encoder":"java-10.34.02","args":{"numIds":1},"hex":"00000006380031003100"}
                """);

        ToolRun run = ToolRun.of("", "check", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "FAILED bent.jsonl:1 NEXT_VALID_ID:bent at version 200 (ours / the vector's)",
                        "  args.orderId: 1 / 2",
                        "  written: 00000006380031003200 / 00000006380031003100",
                        "bent.jsonl: 1 passed, 2 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sing",
                "decode --version 201",
                "decode --version x",
                "decode --version 200 --from nobody",
                "encode",
                "check",
                "check nowhere.jsonl",
                "ping",
                "ping 127.0.0.1:99999",
                "proxy 4002",
                "proxy 127.0.0.1:x 127.0.0.1:4002"
            })
    void refusesBadInputInOneLine(String commandLine) {
        ToolRun run = ToolRun.of("", commandLine.isEmpty() ? new String[0] : commandLine.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("ibkr-wire").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "encode", "check", "proxy", "ping"})
    void explainsEachCommand(String command) {
        ToolRun run = ToolRun.of("", command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.out())).contains("Usage: ibkr-wire " + command, "Exit code ");
    }
}
