package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.fault.BrokenFrame;
import com.quanticity.ibkr.simulator.fault.LinkQuality;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can happen to frames on their way to a client, all clients when it is null. Thread-safe. */
public final class LinkSwitches {

    private static final Logger log = LoggerFactory.getLogger(LinkSwitches.class);

    private final EventLoop loop;
    private final Gateway gateway;

    LinkSwitches(EventLoop loop, Gateway gateway) {
        this.loop = loop;
        this.gateway = gateway;
    }

    /**
     * Frames are late, in order.
     *
     * @param delay of every frame, null for none
     * @param bytesPerSecond width of the line in seconds of the simulator's clock, 0 without limit
     */
    public void slow(@Nullable Integer clientId, @Nullable Duration delay, long bytesPerSecond) {
        change(
                clientId,
                link -> link.withDelay(delay == null ? Duration.ZERO : delay).withBytesPerSecond(bytesPerSecond));
    }

    public void endSlow() {
        changeEvery(link -> link.withDelay(Duration.ZERO).withBytesPerSecond(0));
    }

    /** Frames are written in pieces of so many bytes. */
    public void split(@Nullable Integer clientId, int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("pieces cannot have " + bytes + " bytes: give 1 or more");
        }
        change(clientId, link -> link.withChunkBytes(bytes));
    }

    public void endSplit() {
        changeEvery(link -> link.withChunkBytes(0));
    }

    /** Frames are gathered so long and then written at once. */
    public void glue(@Nullable Integer clientId, Duration length) {
        change(clientId, link -> link.gluedFor(length));
    }

    public void endGlue() {
        changeEvery(link -> link.gluedFor(Duration.ZERO));
    }

    /** Sends bytes that are no proper message. */
    public void sendBroken(@Nullable Integer clientId, BrokenFrame frame) {
        log.info("simulator fault broken frame sent client={} kind={}", clientId, frame);
        loop.call(() -> {
            gateway.sendRaw(clientId, frame.bytes(), frame.endsTheConnection());
            return null;
        });
    }

    private void change(@Nullable Integer clientId, UnaryOperator<LinkQuality> change) {
        log.info("simulator fault link changed client={}", clientId);
        loop.call(() -> {
            gateway.faults().links().change(clientId, change);
            return null;
        });
    }

    private void changeEvery(UnaryOperator<LinkQuality> change) {
        log.info("simulator fault links changed");
        loop.call(() -> {
            gateway.faults().links().changeEvery(change);
            return null;
        });
    }
}
