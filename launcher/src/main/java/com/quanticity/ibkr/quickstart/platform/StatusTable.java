package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentState;
import com.quanticity.ibkr.quickstart.process.ComponentStatus;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One table that is drawn again in place with each change, for terminals. Lines that stay are put above it. */
public final class StatusTable implements StatusBoard {

    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";
    private static final String GREEN = "\033[32m";
    private static final String AMBER = "\033[33m";
    private static final String RED = "\033[31m";
    private static final String PLAIN = "\033[0m";

    private final PrintStream out;
    private final Map<String, ComponentStatus> rows = new LinkedHashMap<>();

    private int drawn;

    public StatusTable(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(ComponentStatus status) {
        rows.put(status.component().name(), status);
        erase();
        if (status.state() == ComponentState.RESTARTING || status.state() == ComponentState.FAILED) {
            out.println(StatusText.name(status) + " " + status.note());
        }
        draw();
    }

    @Override
    public synchronized void say(String line) {
        erase();
        out.println(line);
        draw();
    }

    private void erase() {
        if (drawn > 0) {
            out.printf("\033[%dA\033[J", drawn);
        }
        drawn = 0;
    }

    private void draw() {
        if (!rows.isEmpty()) {
            // A row that the terminal wrapped would be two: long ones are cut at the edge instead.
            out.print(NO_WRAP);
            out.println(StatusText.header());
            rows.values().forEach(row -> out.println(coloured(row)));
            out.print(WRAP);
            drawn = rows.size() + 1;
        }
        out.flush();
    }

    private static String coloured(ComponentStatus status) {
        String colour = switch (status.state()) {
            case READY -> GREEN;
            case STARTING, RESTARTING -> AMBER;
            case FAILED -> RED;
            case WAITING, STOPPED -> PLAIN;
        };
        String state = status.state().toString();
        return StatusText.row(status).replaceFirst(" " + state + " ", " " + colour + state + PLAIN + " ");
    }
}
