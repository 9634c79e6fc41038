package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.stream.ItemSequence;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.TickByTick;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What comes under the requests of the streams, on its way to the publisher: translated, numbered, past ticks without those that were
 * published before. {@link #onEvents} on the session's consumer thread, the rest on any.
 */
final class TickFeed {

    private static final int TOO_MANY = 10190;

    private final TickSink sink;
    private final TickMeters meters;
    private final Clock clock;
    private final int historyTicks;
    private final Map<Integer, Served> byRequest = new ConcurrentHashMap<>();
    private final ItemSequence sequence = new ItemSequence();

    /** Whose data a request brings. */
    private record Served(Contract contract, TickLine line) {
        TickTranslator translator(EventBatch batch) {
            return new TickTranslator(contract, line.stream().kind(), batch.connection(), batch.receivedAt());
        }
    }

    TickFeed(TickSink sink, TickMeters meters, Clock clock, int historyTicks) {
        this.sink = sink;
        this.meters = meters;
        this.clock = clock;
        this.historyTicks = historyTicks;
    }

    /** Consumer thread: a request goes out. */
    void begin(int requestId, Contract contract, TickLine line) {
        line.past().onRequested();
        byRequest.put(requestId, new Served(contract, line));
    }

    void forget(int requestId) {
        byRequest.remove(requestId);
    }

    /** Returns whether the gateway says that it has forgotten every stream. */
    boolean onEvents(EventBatch batch) {
        List<TickByTick> ticks = new ArrayList<>();
        LongSupplier number = () -> sequence.next(batch.connection());
        boolean areStreamsLost = false;
        for (GatewayEvent event : batch.events()) {
            if (event instanceof TickByTickEvent tick) {
                onTick(batch, tick, number, ticks);
            } else if (event instanceof HistoryEvent past) {
                onPast(batch, past, number, ticks);
            } else if (event instanceof ErrorMessage error) {
                areStreamsLost |= isForgotten(error);
            }
        }
        if (!ticks.isEmpty()) {
            meters.onHandOver(ticks.getLast(), clock.instant());
            sink.publish(ticks);
        }
        return areStreamsLost;
    }

    private void onTick(EventBatch batch, TickByTickEvent event, LongSupplier number, List<TickByTick> ticks) {
        Served served = byRequest.get(event.reqId());
        if (served == null) {
            return;
        }
        TickByTick tick = served.translator(batch).live(event, number);
        if (tick == null) {
            meters.onUnreadable();
            return;
        }
        served.line().past().onLive(tick);
        served.line().tally().onLive(tick);
        ticks.add(tick);
    }

    private void onPast(EventBatch batch, HistoryEvent event, LongSupplier number, List<TickByTick> ticks) {
        Served served = byRequest.get(event.reqId());
        if (served == null) {
            return;
        }
        List<TickByTick> prefix = served.translator(batch).past(event);
        List<TickByTick> news = served.line().past().news(prefix, prefix.size() >= historyTicks);
        news.forEach(tick -> ticks.add(TickTranslator.numbered(tick, number.getAsLong())));
        served.line().tally().onPast(news.size(), prefix.size() - news.size());
        meters.onRepeated(prefix.size() - news.size());
    }

    private boolean isForgotten(ErrorMessage error) {
        if (error.errorCode() == TOO_MANY) {
            meters.onQuotaRefusal();
        }
        return error.isAboutSession() && error.errorCode() == ErrorCode.BROKER_LINK_BACK_DATA_LOST.code();
    }
}
