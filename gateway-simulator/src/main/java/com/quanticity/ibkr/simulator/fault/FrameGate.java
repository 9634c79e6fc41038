package com.quanticity.ibkr.simulator.fault;

import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The way of one session's frames from the desks to its socket, with whatever trouble is switched on. Event loop only. */
public final class FrameGate {

    private final EventLoop loop;
    private final MessageRules rules;
    private final LinkFaults links;
    private final IntSupplier clientId;
    private final Consumer<byte[]> wire;
    private final Map<String, List<byte[]>> waiting = new LinkedHashMap<>();
    private final ByteArrayOutputStream glued = new ByteArrayOutputStream();
    private Instant free = Instant.MIN;
    private int onTheWay;
    private boolean isDead;

    /**
     * Opens the way of a session.
     *
     * @param clientId -1 before the session is started
     * @param wire takes the bytes that really go out
     */
    public FrameGate(
            EventLoop loop, MessageRules rules, LinkFaults links, IntSupplier clientId, Consumer<byte[]> wire) {
        this.loop = loop;
        this.rules = rules;
        this.links = links;
        this.clientId = clientId;
        this.wire = wire;
    }

    /** Sends a frame as the rules allow. */
    public void send(byte[] frame) {
        if (rules.hasEventRules() || !waiting.isEmpty()) {
            sendByRules(frame, MessageNames.event(MessageNames.idOf(frame)));
        } else {
            pass(frame);
        }
    }

    /** From now on nothing goes out; nobody is told. */
    public void die() {
        isDead = true;
    }

    /** Runs a task once everything sent so far is out. */
    public void afterAll(Runnable task) {
        if (onTheWay == 0) {
            task.run();
        } else {
            loop.at(free, task);
        }
    }

    private void sendByRules(byte[] frame, String name) {
        switch (rules.forEvent(name, clientId.getAsInt())) {
            case null -> passAndRelease(frame, name);
            case EventRule.Withheld() -> {}
            case EventRule.Repeated(int copies) -> {
                for (int i = 0; i <= copies; i++) {
                    passAndRelease(frame, name);
                }
            }
            case EventRule.Late(var by) -> loop.after(by, () -> passAndRelease(frame, name));
            case EventRule.After(String other) ->
                waiting.computeIfAbsent(other, _ -> new ArrayList<>()).add(frame);
        }
    }

    private void passAndRelease(byte[] frame, String name) {
        pass(frame);
        List<byte[]> released = waiting.remove(name);
        if (released != null) {
            released.forEach(this::pass);
        }
    }

    private void pass(byte[] frame) {
        LinkQuality link = links.of(clientId.getAsInt());
        if (isDead) {
            return;
        }
        if (link.keepsTime() && onTheWay == 0) {
            wire.accept(frame);
        } else {
            travel(frame, link);
        }
    }

    private void travel(byte[] frame, LinkQuality link) {
        Instant now = loop.now();
        Instant start = free.isAfter(now) ? free : now;
        if (link.gluedFor().isZero()) {
            Instant arrival = latest(start.plus(link.timeFor(frame.length)), now.plus(link.delay()));
            deliverAt(arrival, () -> deliver(frame));
        } else {
            glue(frame, latest(free, now.plus(link.gluedFor())));
        }
    }

    private void glue(byte[] frame, Instant arrival) {
        boolean isFirst = glued.size() == 0;
        glued.writeBytes(frame);
        if (isFirst) {
            deliverAt(arrival, () -> {
                byte[] all = glued.toByteArray();
                glued.reset();
                deliver(all);
            });
        }
    }

    private void deliverAt(Instant arrival, Runnable delivery) {
        free = arrival;
        onTheWay++;
        loop.at(arrival, delivery);
    }

    private void deliver(byte[] bytes) {
        onTheWay--;
        if (!isDead) {
            wire.accept(bytes);
        }
    }

    private static Instant latest(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }
}
