package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders from many threads at once: whole frames, every one of them, each thread's in its order. */
@Timeout(60)
class OrderBurstTest extends SessionFixture {

    private static final int THREADS = 16;
    /** Order ids of a thread are this apart. */
    private static final int STRIDE = 10_000;

    @Test
    void keepsFramesWholeOnTheConnection() throws Exception {
        CompletableFuture<Peer> accepted = CompletableFuture.supplyAsync(() -> gateway.acceptAndLogOn(200));
        GatewayConnection connection =
                switch (GatewayBindings.nativeBinding(Clock.systemUTC()).connect(connect(), new Deaf())) {
                    case ConnectOutcome.Connected(GatewayConnection made) -> made;
                    case ConnectOutcome.Refused refused -> throw new AssertionError(refused);
                    case ConnectOutcome.TimedOut late -> throw new AssertionError(late);
                };
        Peer peer = accepted.get();

        try (connection) {
            List<List<String>> received = burst(250, connection::send, peer);

            assertThat(received).allSatisfy(OrderBurstTest::isOneWholeOrder);
            assertThat(idsByThread(received)).isEqualTo(expected(250));
        }
    }

    /** As many as the message budget lets through at once. */
    @Test
    void keepsFramesWholeThroughTheSession() throws Exception {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        List<List<String>> received = burst(2, session::send, peer);

        assertThat(received).allSatisfy(OrderBurstTest::isOneWholeOrder);
        assertThat(idsByThread(received)).isEqualTo(expected(2));
    }

    private static List<List<String>> burst(int orders, Function<GatewayRequest, SendOutcome> send, Peer peer)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (ExecutorService senders = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * STRIDE + 1;
                Callable<Void> work = () -> {
                    together.await();
                    for (int i = 0; i < orders; i++) {
                        assertThat(send.apply(numbered(first + i))).isEqualTo(SendOutcome.ACCEPTED);
                    }
                    return null;
                };
                done.add(senders.submit(work));
            }
            List<List<String>> received = new ArrayList<>();
            for (int i = 0; i < THREADS * orders; i++) {
                received.add(peer.expect("3"));
            }
            for (Future<Void> each : done) {
                each.get();
            }
            return received;
        }
    }

    /** The id is in the reference and in the quantity too. */
    private static GatewayRequest numbered(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                APPLE,
                GatewayOrder.limit("BUY", BigDecimal.valueOf(orderId), new BigDecimal("189.25"))
                        .orderRef("ref-" + orderId)
                        .build());
    }

    private static void isOneWholeOrder(List<String> fields) {
        String orderId = fields.get(1);
        assertThat(fields).contains("ref-" + orderId, orderId, "AAPL", "189.25");
        assertThat(fields).filteredOn(field -> field.startsWith("ref-")).hasSize(1);
    }

    private static Map<Integer, List<Integer>> idsByThread(List<List<String>> received) {
        Map<Integer, List<Integer>> ids = new HashMap<>();
        for (List<String> fields : received) {
            int orderId = Integer.parseInt(fields.get(1));
            ids.computeIfAbsent(orderId / STRIDE, _ -> new ArrayList<>()).add(orderId);
        }
        return ids;
    }

    private static Map<Integer, List<Integer>> expected(int orders) {
        Map<Integer, List<Integer>> ids = new HashMap<>();
        for (int thread = 0; thread < THREADS; thread++) {
            ids.put(
                    thread,
                    IntStream.rangeClosed(thread * STRIDE + 1, thread * STRIDE + orders)
                            .boxed()
                            .toList());
        }
        return ids;
    }

    /** Hears nothing. */
    private static final class Deaf implements GatewayListener {

        @Override
        public void onEvents(Instant receivedAt, List<GatewayEvent> events) {}

        @Override
        public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {}
    }
}
