package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks for the time and waits for the answer. Events come on the reader thread, questions are asked on another. */
final class PingListener implements GatewayListener {

    private static final int SHOWN = 2;

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private volatile List<String> accounts = List.of();
    private volatile int nextOrderId;
    private volatile long askedAtNanos;

    /** What came of a question. */
    sealed interface Answer {
        record Time(Instant time, Duration latency) implements Answer {}

        record Missing(String why) implements Answer {}
    }

    @Override
    public void onEvents(Instant receivedAt, List<GatewayEvent> events) {
        for (GatewayEvent event : events) {
            if (event instanceof ConnectionEvent.ManagedAccounts(List<String> all)) {
                accounts = all;
            } else if (event instanceof ConnectionEvent.NextValidId(int orderId)) {
                nextOrderId = orderId;
            } else if (event instanceof ConnectionEvent.CurrentTime(Instant time)) {
                answers.add(new Answer.Time(time, Duration.ofNanos(System.nanoTime() - askedAtNanos)));
            }
        }
    }

    @Override
    public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {
        answers.add(new Answer.Missing(reason.message()));
    }

    Answer ask(GatewayConnection connection, Duration timeout) throws InterruptedException {
        askedAtNanos = System.nanoTime();
        if (connection.send(new SessionRequest.ReqCurrentTime()) instanceof SendOutcome.Refused refused) {
            return new Answer.Missing(refused.message());
        }
        @Nullable Answer answer = answers.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return answer == null ? new Answer.Missing("silent for " + timeout.toSeconds() + " s") : answer;
    }

    List<String> accounts(boolean masked) {
        return masked ? accounts.stream().map(PingListener::masked).toList() : accounts;
    }

    int nextOrderId() {
        return nextOrderId;
    }

    private static String masked(String account) {
        int hidden = Math.max(0, account.length() - SHOWN);
        return "*".repeat(hidden) + account.substring(hidden);
    }
}
