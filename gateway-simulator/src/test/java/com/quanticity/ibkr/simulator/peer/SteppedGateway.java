package com.quanticity.ibkr.simulator.peer;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.SimulatorData;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A gateway on a stepped clock, Monday 10:00 in New York, with client 1. */
// begin sets the fields: each test calls it first
@SuppressWarnings("NullAway.Init")
public abstract class SteppedGateway {

    protected final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    protected GatewaySimulator simulator;
    protected TestClient client;

    /** Starts both; called before each test. */
    protected void begin(SimulatorConfig config) {
        simulator = GatewaySimulator.start(config.withTime(time));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    protected SimulatorData data() {
        return simulator.faults().data();
    }

    /** Lets time pass and tells what came. */
    protected List<List<String>> after(Duration step) {
        time.advance(step);
        return client.drain();
    }

    /** The ids and codes of the messages that have come since the last look. */
    protected List<String> codes() {
        return codes(client.drain());
    }

    /** The ids and codes of the messages among frames. */
    protected static List<String> codes(List<List<String>> frames) {
        return frames.stream()
                .filter(frame -> frame.getFirst().equals("4"))
                .map(frame -> frame.get(1) + ":" + frame.get(2))
                .toList();
    }
}
