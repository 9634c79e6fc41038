package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {

    private static final String NEXT_ID = hex(Peer.frame("9", "1", "42"));
    private static final String NEXT_ID_JSON = "{\"callback\":\"nextValidId\",\"args\":{\"orderId\":42}}";

    @Test
    void readsWholeFramesAndPayloadsInHex() {
        String payload = NEXT_ID.substring(8);

        ToolRun run = ToolRun.of("# a remark\n" + NEXT_ID + "\n\n" + payload + "\n", "decode", "--version", "200");

        assertThat(run).isEqualTo(new ToolRun(0, List.of(NEXT_ID_JSON, NEXT_ID_JSON), ""));
    }

    @Test
    void readsSeveralFramesInOneLine() {
        ToolRun run = ToolRun.of(NEXT_ID + NEXT_ID, "decode", "--version", "200");

        assertThat(run.out()).containsExactly(NEXT_ID_JSON, NEXT_ID_JSON);
    }

    @Test
    void readsRawBytes() {
        String bytes = new String(Peer.frame("9", "1", "42"), ISO_8859_1);

        ToolRun run = ToolRun.of(bytes + bytes, "decode", "--version", "200");

        assertThat(run.out()).containsExactly(NEXT_ID_JSON, NEXT_ID_JSON);
    }

    @Test
    void readsWhatAClientSends() {
        ToolRun run = ToolRun.of(
                "API\0\0\0\0\u0009v100..225" + new String(Peer.frame("71", "2", "7", ""), ISO_8859_1),
                "decode",
                "--version",
                "200",
                "--from",
                "client");

        assertThat(run.out())
                .containsExactly(
                        "{\"name\":\"HELLO\",\"args\":{\"minVersion\":100,\"maxVersion\":225,\"connectOptions\":\"\"}}",
                        "{\"name\":\"START_API\",\"args\":{\"clientId\":7,\"optionalCapabilities\":\"\"}}");
    }

    @Test
    void readsAWireCaptureWithoutBeingToldTheVersion(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wire.txt"), """
                # ibkr-wire-capture 1
                2026-04-13T19:27:04.125001Z in 0 00000009323030007468656e00
                2026-04-13T19:27:04.125377Z out 200 000000083731003200370000
                # 3 frames dropped
                2026-04-13T19:27:05Z in 200 %s
                """.formatted(NEXT_ID));

        ToolRun run = ToolRun.of("", "decode", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().getFirst())
                .contains("\"direction\":\"in\",\"version\":0", "\"callback\":\"connectAck\"", "\"serverVersion\":200");
        assertThat(run.out().getLast())
                .isEqualTo("{\"at\":\"2026-04-13T19:27:05Z\",\"direction\":\"in\",\"version\":200,"
                        + NEXT_ID_JSON.substring(1));
    }

    @Test
    void goesOnAfterAFrameThatCannotBeRead() {
        String broken = hex(Peer.frame("1", "6", "not a number", "1", "2", "3", "0"));
        String unknown = hex(Peer.frame("9999", "1"));

        ToolRun run = ToolRun.of(
                String.join("\n", broken, unknown, "no hex", "000000ff3131", NEXT_ID), "decode", "--version", "200");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).hasSize(5).last().isEqualTo(NEXT_ID_JSON);
        assertThat(run.out().getFirst()).contains("\"error\":\"field reqId", "\"messageId\":1", "\"hex\":\"" + broken);
        assertThat(run.out().get(1)).contains("\"error\":\"unknown message\"", "\"messageId\":9999");
        assertThat(run.out().get(2)).contains("\"error\":\"not hex");
        assertThat(run.out().get(3)).contains("\"error\":\"ends inside a frame\"", "\"hex\":\"000000ff3131\"");
    }

    @Test
    void asksForTheVersionInOneLine() {
        ToolRun run = ToolRun.of(NEXT_ID, "decode");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ibkr-wire decode: --version is missing: write the agreed server version, 176 to"
                        + " 200; only a wire capture brings its own");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        ToolRun run = ToolRun.of("", "decode", "--version", "200", "nowhere.txt");

        assertThat(run).isEqualTo(new ToolRun(2, List.of(), "ibkr-wire decode: no file nowhere.txt: check the name"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
