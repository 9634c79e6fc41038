package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import java.nio.file.Path;
import java.util.List;

/** What really happened, to compare a client's books with. Thread-safe. */
public final class SimulatorWitness {

    private final EventLoop loop;
    private final Witness witness;

    SimulatorWitness(EventLoop loop, Witness witness) {
        this.loop = loop;
        this.witness = witness;
    }

    /** Everything until now. */
    public WitnessReport report() {
        return loop.call(witness::report);
    }

    /** What went out for each subscription to market data so far, in the order of the requests, the last 20,000. */
    public List<WitnessReport.StreamReport> streams() {
        return loop.call(witness::streams);
    }

    /** Keeps the bytes of every session in memory from now on, 200,000 frames at most. */
    public void startTranscript() {
        run(() -> witness.startTranscript(null));
    }

    /**
     * Writes the bytes of every session to a new file from now on.
     *
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    public void startTranscript(Path file) {
        run(() -> witness.startTranscript(file));
    }

    /** Completes the transcript; what was in memory is forgotten. */
    public void endTranscript() {
        run(witness::endTranscript);
    }

    /** The transcript in memory so far, one frame a line: simulator time, connection, direction, payload. */
    public List<String> transcript() {
        return loop.call(witness::transcript);
    }

    private void run(Runnable action) {
        loop.call(() -> {
            action.run();
            return null;
        });
    }
}
