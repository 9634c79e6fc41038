package com.quanticity.ibkr.gateway.internal.traffic;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.identity.OrderOwners;
import com.quanticity.ibkr.gateway.internal.identity.RogueIds;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Duration;
import java.util.Locale;

/** Reads in what arrives whether we send too fast, which queries have ended, and who else trades. Called on the reader thread. */
public final class TrafficWatch {

    /** Source: wire specification, behaviour 3. */
    private static final int TOO_MANY_MESSAGES = 100;

    private static final int HISTORY_REFUSED = 162;
    private static final String HISTORY_VIOLATION = "pacing violation";

    /** Without another violation for so long the alarm is over. */
    private static final Duration CALM = Duration.ofMinutes(10);

    /** Without a sign of an id for so long its alarm is over. Long enough that somebody who trades now and then is told once. */
    private static final Duration ROGUE_QUIET = Duration.ofHours(1);

    private final SessionScheduler scheduler;
    private final SendLanes lanes;
    private final AlarmBoard alarms;
    private final SessionMeters meters;
    private final OrderOwners owners;
    private final RogueIds rogues;

    public TrafficWatch(
            SessionScheduler scheduler,
            SendLanes lanes,
            AlarmBoard alarms,
            SessionMeters meters,
            OrderOwners owners,
            RogueIds rogues) {
        this.scheduler = scheduler;
        this.lanes = lanes;
        this.alarms = alarms;
        this.meters = meters;
        this.owners = owners;
        this.rogues = rogues;
    }

    public void onTrading(TradingEvent event) {
        owners.seen(event).filter(id -> !rogues.isExpected(id)).ifPresent(this::rogue);
    }

    /** Updates of a query that goes on are no end; the others are. */
    public void onHistory(HistoryEvent event) {
        switch (event) {
            case HistoryEvent.RealtimeBar _, HistoryEvent.HistoricalDataUpdate _ -> {}
            default -> lanes.onAnswered(event.reqId(), false);
        }
    }

    public void onError(ErrorMessage error) {
        if (error.errorCode() == TOO_MANY_MESSAGES) {
            lanes.onViolation();
            violation("messages", error);
        } else if (error.errorCode() == HISTORY_REFUSED && isViolation(error)) {
            lanes.onHistoryViolation();
            violation("history", error);
        }
        if (!error.isAboutSession()) {
            lanes.onAnswered(error.id(), true);
        }
    }

    private static boolean isViolation(ErrorMessage error) {
        return error.errorMsg().toLowerCase(Locale.ROOT).contains(HISTORY_VIOLATION);
    }

    private void violation(String kind, ErrorMessage error) {
        meters.pacingViolation(kind);
        alarms.raise(AlarmKind.PACING_VIOLATION, kind, error.errorCode() + ": " + error.errorMsg());
        alarms.clear(AlarmKind.PACING_VIOLATION, kind, "no violation for ten minutes", CALM);
    }

    /** Seeing, forgetting and telling go together: else an id could be known without an alarm. */
    private void rogue(int clientId) {
        synchronized (rogues) {
            if (rogues.isNew(clientId, scheduler.nanoTime())) {
                alarms.raise(
                        AlarmKind.ROGUE_CLIENT_ID,
                        Integer.toString(clientId),
                        clientId <= 0
                                ? "orders typed into TWS, though none are expected"
                                : "orders or executions of client id " + clientId
                                        + ", which is not in the client-id table");
                scheduler.schedule(ROGUE_QUIET, () -> forgetWhenQuiet(clientId));
            }
        }
    }

    private void forgetWhenQuiet(int clientId) {
        synchronized (rogues) {
            Duration left = rogues.forgetAfter(ROGUE_QUIET, clientId, scheduler.nanoTime());
            if (left.isZero()) {
                alarms.clear(AlarmKind.ROGUE_CLIENT_ID, Integer.toString(clientId), "not seen for an hour");
            } else {
                scheduler.schedule(left, () -> forgetWhenQuiet(clientId));
            }
        }
    }
}
