package com.quanticity.ibkr.adapter.depth.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gateway that handles what it is sent in order when it is told to, and holds the rotation to its promises at every step. */
final class GatewayModel implements RotationPort {

    static final int RESERVED = 9001;

    final Map<Integer, String> open = new LinkedHashMap<>();
    final List<RotationEvent> told = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final Set<String> unknown = new HashSet<>();
    final Set<String> refused = new HashSet<>();
    int heldElsewhere;
    boolean answersBarriers = true;
    boolean takesRequests = true;
    private final int slots;
    private final ArrayDeque<Runnable> inbox = new ArrayDeque<>();
    private final ArrayDeque<Runnable> outbox = new ArrayDeque<>();
    private final Set<Integer> used = new HashSet<>();
    private final Map<Integer, Instant> lateRows = new HashMap<>();
    private int nextId = 1_000_000_000;
    private @Nullable Rotation rotation;
    private Instant now;

    GatewayModel(int slots, Instant now) {
        this.slots = slots;
        this.now = now;
    }

    void serves(Rotation of) {
        rotation = of;
    }

    void now(Instant moment) {
        now = moment;
    }

    /** Handles everything sent so far; answers wait in the outbox. */
    void read() {
        for (int i = inbox.size(); i > 0; i--) {
            inbox.removeFirst().run();
        }
    }

    /** Delivers every answer. */
    void answer() {
        while (!outbox.isEmpty()) {
            outbox.removeFirst().run();
        }
    }

    void readAndAnswer() {
        read();
        answer();
    }

    /** The connection is gone, and what was on its way with it. */
    void cut() {
        inbox.clear();
        outbox.clear();
        open.clear();
        lateRows.clear();
    }

    void rows() {
        List.copyOf(open.keySet()).forEach(id -> rotation().onRow(id, now));
    }

    void lateRow(int requestId) {
        lateRows.put(requestId, now);
    }

    void kill(int requestId, DepthRefusal why, int code) {
        if (open.remove(requestId) != null) {
            outbox.add(() -> rotation().onRefused(requestId, why, code, "killed", now));
        }
    }

    <T extends RotationEvent> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public Asked subscribe(String symbol, boolean permanent) {
        if (!takesRequests) {
            return new Asked.NotSent("not connected");
        }
        int id = permanent ? RESERVED : nextId++;
        assertThat(used.add(id) || permanent).as("id used twice: " + id).isTrue();
        requests.add("+" + symbol);
        inbox.add(() -> open(id, symbol));
        return new Asked.Sent(id, Duration.ZERO);
    }

    private void open(int id, String symbol) {
        assertThat(open).as("id open twice").doesNotContainKey(id);
        if (refused.contains(symbol)) {
            outbox.add(() -> rotation().onRefused(id, DepthRefusal.REFUSED, 354, "not subscribed", now));
        } else if (open.size() + heldElsewhere >= slots) {
            outbox.add(() -> rotation().onRefused(id, DepthRefusal.FULL, 309, "max reached", now));
        } else {
            open.put(id, symbol);
        }
        assertThat(heldElsewhere > 0 || open.size() <= slots).isTrue();
    }

    @Override
    public void cancel(String symbol, int requestId) {
        requests.add("-" + symbol);
        inbox.add(() -> {
            if (open.remove(requestId) == null) {
                outbox.add(() -> rotation().onUnknownAtGateway(requestId, now));
            }
        });
    }

    @Override
    public void askBarrier(int number) {
        inbox.add(() -> {
            if (answersBarriers) {
                outbox.add(() -> rotation().onBarrier(number, BarrierResult.ANSWERED, now));
            } else {
                outbox.add(() -> rotation().onBarrier(number, BarrierResult.UNANSWERED, now));
            }
        });
    }

    @Override
    public @Nullable Instant lastLateRowAt(int requestId) {
        return lateRows.get(requestId);
    }

    @Override
    public boolean isKnown(String symbol) {
        return !unknown.contains(symbol);
    }

    @Override
    public boolean isResting(String symbol, Instant at) {
        return false;
    }

    @Override
    public void tell(RotationEvent event) {
        told.add(event);
    }

    private Rotation rotation() {
        if (rotation == null) {
            throw new IllegalStateException("serves nobody");
        }
        return rotation;
    }
}
