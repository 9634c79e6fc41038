package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentStatus;
import java.io.PrintStream;

/** One line a change, for logs and pipes. */
public final class StatusLines implements StatusBoard {

    private final PrintStream out;

    public StatusLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(ComponentStatus status) {
        switch (status.state()) {
            case READY -> out.println(StatusText.row(status));
            case RESTARTING -> out.println(StatusText.name(status) + " " + status.note());
            case STARTING, STOPPED, WAITING -> {
                // Not worth a line: what follows is.
            }
            case FAILED -> out.println(StatusText.name(status) + " failed: " + status.note());
        }
        out.flush();
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
