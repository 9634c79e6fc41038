package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What a run of the tool came to. */
record ToolRun(int exitCode, List<String> out, String err) {

    /** Runs it in this process; input bytes are given as Latin-1 text. */
    static ToolRun of(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(ISO_8859_1)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        int exitCode = WireTool.run(console, arguments);
        return new ToolRun(
                exitCode,
                out.toString(UTF_8).lines().toList(),
                err.toString(UTF_8).strip());
    }
}
