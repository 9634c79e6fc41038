package com.quanticity.ibkr.benchmarks.throughput;

import com.quanticity.ibkr.benchmarks.frames.Tape;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The whole session: reader, bounded hand-over, consumer thread. */
final class NativeSessionSubject implements Subject {

    private static final int HAND_OVER_CAPACITY = 2_000_000;

    @Override
    public String name() {
        return "native-session";
    }

    @Override
    public String description() {
        return "native session, listener on the consumer thread";
    }

    @Override
    public int callsPerPair() {
        return 2;
    }

    @Override
    public AutoCloseable connect(int port, TickCounter counter) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        GatewaySession session = GatewaySessions.create(
                settings(port),
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                _ -> new CountingListener(counter, ready));
        session.start();
        ready.await();
        // A session delivers only what it may have asked for.
        session.send(ReqMktData.stream(Tape.LAST_REQUEST_ID, GatewayContract.ofId(756733, "SMART")));
        return session;
    }

    /** As in a service, but for a hand-over that holds a whole round: a sender at full speed is not what the usual one is for. */
    private static SessionSettings settings(int port) {
        return SessionSettings.of(ConnectSettings.of("127.0.0.1", port, ClientId.of(1)), "benchmarks", false)
                .with(new FlowSettings(FlowSettings.DEFAULT_MESSAGES_PER_SECOND, HAND_OVER_CAPACITY));
    }

    private record CountingListener(TickCounter counter, CountDownLatch ready) implements SessionListener {

        @Override
        public void onStateChange(SessionEvent event) {
            if (event.state() == SessionState.READY) {
                ready.countDown();
            }
        }

        @Override
        public void onEvents(EventBatch batch) {
            counter.ticks(batch.events());
        }
    }
}
