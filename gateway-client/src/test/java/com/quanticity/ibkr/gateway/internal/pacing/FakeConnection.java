package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent. */
public final class FakeConnection implements GatewayConnection {

    public final List<GatewayRequest> sent = new ArrayList<>();
    public SendOutcome.@Nullable Refused refusal;

    public @Nullable CloseReason closed;

    /** True when the gateway does not read: what is sent waits in the writer's queue. */
    public boolean stalled;

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
        return Optional.ofNullable(refusal);
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        if (refusal != null) {
            return refusal;
        }
        sent.add(request);
        return SendOutcome.ACCEPTED;
    }

    @Override
    public List<GatewayRequest> withdraw(Predicate<GatewayRequest> which) {
        if (!stalled) {
            return List.of();
        }
        List<GatewayRequest> taken = sent.stream().filter(which).toList();
        sent.removeAll(taken);
        return taken;
    }

    @Override
    public boolean isOpen() {
        return closed == null;
    }

    @Override
    public void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
    }
}
