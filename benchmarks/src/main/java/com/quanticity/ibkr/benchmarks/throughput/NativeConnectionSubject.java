package com.quanticity.ibkr.benchmarks.throughput;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Our connection without a session: the listener is called on the reader thread. */
final class NativeConnectionSubject implements Subject {

    @Override
    public String name() {
        return "native-connection";
    }

    @Override
    public String description() {
        return "native connection, listener on the reader thread";
    }

    @Override
    public int callsPerPair() {
        return 2;
    }

    @Override
    public AutoCloseable connect(int port, TickCounter counter) {
        ConnectSettings settings = ConnectSettings.of("127.0.0.1", port, ClientId.of(1));
        ConnectOutcome outcome =
                GatewayBindings.nativeBinding(Clock.systemUTC()).connect(settings, new CountingListener(counter));
        return switch (outcome) {
            case ConnectOutcome.Connected(var connection) -> connection;
            case ConnectOutcome.Refused(int code, String message) ->
                throw new IllegalStateException(code + " " + message);
            case ConnectOutcome.TimedOut(var phase, String message) ->
                throw new IllegalStateException(phase + " " + message);
        };
    }

    private record CountingListener(TickCounter counter) implements GatewayListener {

        @Override
        public void onEvents(Instant receivedAt, List<GatewayEvent> events) {
            counter.ticks(events);
        }

        @Override
        public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {}
    }
}
