package com.quanticity.ibkr.gateway.inspect.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FrameLogTest {

    private final CountDownLatch terminalStands = new CountDownLatch(1);
    private final CountDownLatch terminalGoesOn = new CountDownLatch(1);
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** A stopped terminal must never hold up the connection. */
    @Test
    void leavesOutAndCountsWhatDoesNotFit() throws InterruptedException {
        int frames = 50;
        try (FrameLog log = new FrameLog(new StandingStill())) {
            log.frame(1, megabytes(2));
            terminalStands.await();
            for (int i = 1; i < frames; i++) {
                log.frame(1, megabytes(2));
            }
            terminalGoesOn.countDown();
            log.remark(1, "later");
        }

        List<String> remarks =
                seen.stream().filter(line -> !line.equals("frame")).toList();
        int lost = Integer.parseInt(remarks.getFirst().split(" ")[0]);
        assertThat(lost).isEqualTo(frames - 33);
        assertThat(remarks.getFirst()).endsWith("frames not shown: output is too slow");
        assertThat(remarks).endsWith("later");
        assertThat(seen).filteredOn("frame"::equals).hasSize(frames - lost);
    }

    private static CapturedFrame megabytes(int size) {
        return new CapturedFrame(Instant.EPOCH, Direction.IN, 200, new byte[size * 1024 * 1024]);
    }

    private final class StandingStill implements FrameLog.Sink {

        @Override
        public void frame(long connection, CapturedFrame frame) {
            terminalStands.countDown();
            try {
                terminalGoesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seen.add("frame");
        }

        @Override
        public void remark(long connection, String text) {
            seen.add(text);
        }

        @Override
        public void flush() {}
    }
}
