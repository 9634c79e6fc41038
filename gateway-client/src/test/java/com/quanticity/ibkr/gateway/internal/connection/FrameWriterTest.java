package com.quanticity.ibkr.gateway.internal.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway that does not read for a while. */
@Timeout(30)
class FrameWriterTest {

    private final StalledStream stream = new StalledStream();
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final FrameWriter writer = new FrameWriter(
            "writer", stream, frame -> written.add(new String(frame, US_ASCII)), failure -> written.add("failed"));

    @Test
    void writesNothingThatWasWithdrawnAndTheRestInOrder() throws InterruptedException {
        writer.start();
        writer.offer("start".getBytes(US_ASCII));
        assertThat(stream.reached.await(25, TimeUnit.SECONDS)).isTrue();
        offer(cancel(1), "first");
        offer(new ReqCurrentTime(), "probe");
        offer(cancel(2), "second");
        offer(cancel(3), "third");

        List<GatewayRequest> taken = writer.withdraw(request -> !request.equals(cancel(2)));

        assertThat(taken).containsExactly(cancel(1), new ReqCurrentTime(), cancel(3));
        stream.goesOn.countDown();
        offer(cancel(4), "fourth");
        assertThat(next()).isEqualTo("start");
        assertThat(next()).isEqualTo("second");
        assertThat(next()).isEqualTo("fourth");
        assertThat(writer.stop()).isEmpty();
    }

    @Test
    void returnsEachRequestOnce() {
        offer(cancel(1), "first");
        offer(cancel(2), "second");

        assertThat(writer.withdraw(cancel(1)::equals)).containsExactly(cancel(1));
        assertThat(writer.withdraw(cancel(1)::equals)).isEmpty();
        assertThat(writer.stop()).containsExactly(cancel(2));
    }

    private void offer(GatewayRequest request, String frame) {
        assertThat(writer.offer(request, frame.getBytes(US_ASCII)).isAccepted()).isTrue();
    }

    private String next() throws InterruptedException {
        return String.valueOf(written.poll(25, TimeUnit.SECONDS));
    }

    private static GatewayRequest cancel(int orderId) {
        return new CancelOrder(orderId, OrderCancel.NONE);
    }

    private static final class StalledStream extends OutputStream {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public void write(int one) {
            reached.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
