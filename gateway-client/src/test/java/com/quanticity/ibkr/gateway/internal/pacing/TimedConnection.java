package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Keeps what is sent, and when. */
public final class TimedConnection implements GatewayConnection {

    public final List<GatewayRequest> sent = new ArrayList<>();
    public final List<Long> sentAt = new ArrayList<>();
    private final LongSupplier nanoTime;

    public TimedConnection(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Most messages in any stretch of so many nanoseconds. */
    int mostInAny(long nanos) {
        return mostInAny(nanos, sentAt);
    }

    public static int mostInAny(long nanos, List<Long> ascending) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < ascending.size(); to++) {
            while (ascending.get(to) - ascending.get(from) >= nanos) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Override
    public synchronized SendOutcome send(GatewayRequest request) {
        sentAt.add(nanoTime.getAsLong());
        sent.add(request);
        return SendOutcome.ACCEPTED;
    }

    @Override
    public ClientId clientId() {
        return ClientId.of(1);
    }

    @Override
    public int serverVersion() {
        return 200;
    }

    @Override
    public String connectionTime() {
        return "";
    }

    @Override
    public Optional<SendOutcome.Refused> check(GatewayRequest request) {
        return Optional.empty();
    }

    @Override
    public List<GatewayRequest> withdraw(Predicate<GatewayRequest> which) {
        return List.of();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close(CloseReason reason) {}
}
