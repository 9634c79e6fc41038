package com.quanticity.ibkr.console.sessions;

import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.sessions.GateBook.Answer;
import com.quanticity.ibkr.console.sessions.GateBook.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line below the services: what the order gate does not know, and what it denies for that. */
final class GatePanel implements Panel {

    private final GateBook gate;

    GatePanel(GateBook gate) {
        this.gate = gate;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public long version() {
        return gate.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        return List.of(new Part.Single(new Piece("gate-line", "panels/sessions :: gate", line(now))));
    }

    /** An answer that is old is history, not state. */
    Line line(Instant now) {
        Answer last = gate.last();
        if (last == null) {
            return new Line(
                    "UNKNOWN", Level.UNKNOWN.style(), "the ibkr-adapter has not told what it knows", null, List.of());
        }
        if (gate.believed(now).isEmpty()) {
            return new Line(
                    "UNKNOWN",
                    Level.UNKNOWN.style(),
                    "the ibkr-adapter does not tell what it knows",
                    Stamp.of(last.at()),
                    List.of());
        }
        return last.gaps().isEmpty()
                ? new Line("KNOWS", Level.NORMAL.style(), "knows what it needs", null, List.of())
                : new Line(
                        "GAPS",
                        Level.SERIOUS.style(),
                        "denies orders for what it does not know",
                        Stamp.of(last.since()),
                        last.gaps());
    }

    /**
     * The line.
     *
     * @param state KNOWS, GAPS or UNKNOWN
     * @param level style and shape
     * @param since since when, null when that says nothing
     */
    record Line(
            String state,
            String level,
            String words,
            @Nullable Stamp since,
            List<Gap> gaps) {}
}
