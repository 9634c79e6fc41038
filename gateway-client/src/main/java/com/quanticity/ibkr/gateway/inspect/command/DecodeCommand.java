package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Frames to JSON. */
@Command(
        name = "decode",
        sortOptions = false,
        usageHelpWidth = 110,
        description =
                "Prints every message as one line of JSON, with the names that the API gives to calls, callbacks and"
                        + " arguments. Reads wire captures, lines of hex (whole frames or payloads) and raw bytes; tells them"
                        + " apart by itself.",
        footer = "%nA frame that cannot be read becomes a line with \"error\" and its bytes, and reading goes on.%n"
                + "Exit code 0: all read; 1: some could not be read; 2: cannot run.")
final class DecodeCommand implements Callable<Integer> {

    private final Console console;
    private final MessageView view = new MessageView();
    private int broken;

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "Agreed server version, 176 to 200; needed unless the input is a wire capture.")
    private int version;

    @Option(
            names = "--from",
            paramLabel = "gateway|client",
            description = "Who sent hex lines or raw bytes; gateway otherwise. A wire capture says it itself.")
    private String from = "gateway";

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Standard input when none is given.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    DecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FrameSource source = new FrameSource(direction(), Versions.check(version));
        if (files.isEmpty()) {
            source.read(console.in(), new Printer());
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                source.read(in, new Printer());
            } catch (NoSuchFileException e) {
                throw new UsageException("no file " + file + ": check the name");
            }
        }
        console.out().flush();
        return broken == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Direction direction() {
        return switch (from) {
            case "gateway" -> Direction.IN;
            case "client" -> Direction.OUT;
            default -> throw new UsageException("--from " + from + " is unknown: write gateway or client");
        };
    }

    private final class Printer implements FrameVisitor {

        @Override
        public void frame(CapturedFrame frame, boolean timed) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            if (timed) {
                line.put("at", frame.at().toString());
                line.put("direction", frame.direction().name().toLowerCase(Locale.ROOT));
                line.put("version", frame.version());
            }
            line.putAll(view.of(frame));
            print(line);
        }

        @Override
        public void broken(String problem, String raw) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put(MessageView.ERROR, problem);
            line.put("hex", raw);
            print(line);
        }

        private void print(Map<String, @Nullable Object> line) {
            if (line.containsKey(MessageView.ERROR)) {
                broken++;
            }
            console.out().println(MessageView.text(line));
        }
    }
}
