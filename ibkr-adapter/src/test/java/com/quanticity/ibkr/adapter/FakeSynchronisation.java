package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Synchronising steps that the test answers; empty answers unless it says otherwise. */
public final class FakeSynchronisation implements Synchronisation {

    public final List<GatewayRequest> asked = new ArrayList<>();
    public final Map<Class<? extends GatewayRequest>, RequestOutcome> answers = new HashMap<>();
    public Cause cause = Cause.CONNECTED;

    @Override
    public Cause cause() {
        return cause;
    }

    @Override
    public long connection() {
        return FakeSession.CONNECTION;
    }

    @Override
    public int nextValidId() {
        return 1;
    }

    @Override
    public List<String> managedAccounts() {
        return List.of("DU1234567");
    }

    @Override
    public int nextRequestId() {
        return GatewaySession.FIRST_REQUEST_ID;
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        return SendOutcome.ACCEPTED;
    }

    @Override
    public RequestOutcome ask(GatewayRequest request, Duration timeout) {
        asked.add(request);
        return answers.getOrDefault(request.getClass(), new RequestOutcome.Answered(List.of()));
    }

    @Override
    public List<GatewayEvent> require(GatewayRequest request, Duration timeout) {
        return ((RequestOutcome.Answered) ask(request, timeout)).events();
    }
}
