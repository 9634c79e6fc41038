package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.quanticity.ibkr.gateway.inspect.InspectionException;
import com.quanticity.ibkr.gateway.inspect.RequestJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JSON to frames. */
@Command(
        name = "encode",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Prints every request, one line of JSON each, as the hex of its frame, in the spelling of the official"
                        + " Java client. What is not given has its default.",
        footer = "%nExample: echo '{\"name\":\"REQ_IDS\",\"args\":{\"numIds\":1}}' | ./ibkr-wire encode --version 200%n"
                + "Exit code 0: all written; 1: some were refused, told on standard error; 2: cannot run.")
final class EncodeCommand implements Callable<Integer> {

    private final Console console;
    private int refused;

    @Option(names = "--version", paramLabel = "N", required = true, description = "Agreed server version, 176 to 200.")
    private int version;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Standard input when none is given.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Versions.check(version);
        RequestJson codec = new RequestJson(version);
        if (files.isEmpty()) {
            encode(new BufferedReader(new InputStreamReader(console.in(), UTF_8)), "input", codec);
        }
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                encode(lines, file.toString(), codec);
            } catch (NoSuchFileException e) {
                throw new UsageException("no file " + file + ": check the name");
            }
        }
        console.out().flush();
        return refused == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void encode(BufferedReader lines, String source, RequestJson codec) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                console.out().println(HexFormat.of().formatHex(codec.write(line)));
            } catch (InspectionException e) {
                refused++;
                console.err().println("ibkr-wire encode: " + source + " line " + number + ": " + e.getMessage());
            }
        }
    }
}
