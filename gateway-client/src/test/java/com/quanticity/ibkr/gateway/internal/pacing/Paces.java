package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.model.session.ClientId;

/** Paces of a process that is alone. */
final class Paces {

    static final String GATEWAY = "127.0.0.1:4002";

    private Paces() {}

    static GatewayPace of(SessionScheduler scheduler, int messagesPerSecond) {
        return of(scheduler, messagesPerSecond, HistoryLimits.defaults());
    }

    static GatewayPace of(SessionScheduler scheduler, int messagesPerSecond, HistoryLimits limits) {
        return new GatewayPace(
                MessageShares.alone(scheduler::nanoTime).open(GATEWAY, ClientId.of(1), messagesPerSecond),
                HistoryAllowances.alone(scheduler::nanoTime).open(GATEWAY, ClientId.of(1), limits),
                limits);
    }
}
