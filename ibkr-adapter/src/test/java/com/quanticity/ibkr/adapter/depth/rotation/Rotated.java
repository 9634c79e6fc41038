package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.RotationView.SlotView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A rotation with its gateway and its time, for tests. */
final class Rotated {

    static final Duration STEP = Duration.ofMillis(100);
    static final List<String> QUEUE = List.of("QQQ", "IWM", "NVDA", "TSLA", "AMZN", "MSFT", "META", "GOOG");

    Instant now = Instant.parse("2026-03-02T14:30:00Z");
    final GatewayModel gateway;
    final Rotation rotation;

    Rotated(int slots, List<String> queue) {
        gateway = new GatewayModel(3, now);
        rotation = new Rotation(rules(slots), queue, gateway);
        gateway.serves(rotation);
    }

    static Rotated started() {
        Rotated rotated = new Rotated(3, QUEUE);
        rotated.rotation.onUsable(rotated.now);
        return rotated;
    }

    static RotationRules rules(int slots) {
        return new RotationRules(
                slots,
                "SPY",
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                5,
                3,
                Duration.ofMinutes(5),
                Duration.ofHours(24),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }

    /** A tenth of a second: the gateway reads and answers, rows come, the rotation ticks. */
    void step() {
        now = now.plus(STEP);
        gateway.now(now);
        gateway.readAndAnswer();
        gateway.rows();
        rotation.tick(now);
    }

    /** Rows come or not. */
    void silentStep() {
        now = now.plus(STEP);
        gateway.now(now);
        gateway.readAndAnswer();
        rotation.tick(now);
    }

    void run(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            step();
        }
    }

    List<String> inSlots() {
        return rotation.view(now).slots().stream().map(SlotView::symbol).toList();
    }

    RotationView view() {
        return rotation.view(now);
    }

    List<String> waiting() {
        return view().queue().stream().map(RotationView.Waiting::symbol).toList();
    }

    List<Turn> turns() {
        return gateway.told(RotationEvent.Ended.class).stream()
                .map(RotationEvent.Ended::turn)
                .toList();
    }
}
