package com.quanticity.ibkr.gateway.tws;

import com.ib.client.Decimal;
import com.ib.client.HistogramEntry;
import com.ib.client.HistoricalSession;
import com.ib.client.HistoricalTick;
import com.ib.client.HistoricalTickBidAsk;
import com.ib.client.HistoricalTickLast;
import com.ib.client.NewsProvider;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Bar;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalData;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Range;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.tws.bag.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Callbacks about the past and about news. The client tells bars one by one; the frame they came in is put together again. */
class HistoryCallbacks extends Callbacks {

    private static final int VERSION_WITH_END_FRAME = 196;

    private final List<Bar> bars = new ArrayList<>();
    private int barsOf;

    @Override
    void endFrame() {
        if (!bars.isEmpty()) {
            add(new HistoricalData(barsOf, null, bars));
            bars.clear();
        }
    }

    @Override
    public void historicalData(int reqId, com.ib.client.Bar bar) {
        barsOf = reqId;
        bars.add(bar(bar));
    }

    /** Up to version 195 the frame with the bars says its range; later it comes in a frame of its own. */
    @Override
    public void historicalDataEnd(int reqId, String start, String end) {
        Range range = new Range(Values.text(start), Values.text(end));
        if (serverVersion() < VERSION_WITH_END_FRAME) {
            add(new HistoricalData(reqId, range, bars));
            bars.clear();
        } else {
            add(new HistoryEvent.HistoricalDataEnd(reqId, range));
        }
    }

    @Override
    public void historicalDataUpdate(int reqId, com.ib.client.Bar bar) {
        add(new HistoryEvent.HistoricalDataUpdate(reqId, bar(bar)));
    }

    private static Bar bar(com.ib.client.Bar bar) {
        return new Bar(
                Values.text(bar.time()),
                Values.required(bar.open()),
                Values.required(bar.high()),
                Values.required(bar.low()),
                Values.required(bar.close()),
                nullIfMinusOne(bar.volume()),
                nullIfMinusOne(bar.wap()),
                bar.count() == -1 ? null : bar.count());
    }

    private static @Nullable BigDecimal nullIfMinusOne(Decimal size) {
        BigDecimal value = Values.size(size);
        return value == null || value.compareTo(BigDecimal.ONE.negate()) == 0 ? null : value;
    }

    @Override
    public void realtimeBar(
            int reqId,
            long time,
            double open,
            double high,
            double low,
            double close,
            Decimal volume,
            Decimal wap,
            int count) {
        add(new HistoryEvent.RealtimeBar(
                reqId,
                Instant.ofEpochSecond(time),
                Values.required(open),
                Values.required(high),
                Values.required(low),
                Values.required(close),
                Values.size(volume),
                Values.size(wap),
                count));
    }

    @Override
    public void headTimestamp(int reqId, String headTimestamp) {
        add(new HistoryEvent.HeadTimestamp(reqId, Values.text(headTimestamp)));
    }

    @Override
    public void historicalTicks(int reqId, List<HistoricalTick> ticks, boolean done) {
        add(new HistoryEvent.HistoricalTicks(
                reqId,
                ticks.stream()
                        .map(tick -> new HistoryEvent.Tick(
                                Instant.ofEpochSecond(tick.time()),
                                Values.required(tick.price()),
                                Values.size(tick.size())))
                        .toList(),
                done));
    }

    @Override
    public void historicalTicksBidAsk(int reqId, List<HistoricalTickBidAsk> ticks, boolean done) {
        add(new HistoryEvent.HistoricalTicksBidAsk(
                reqId,
                ticks.stream()
                        .map(tick -> new HistoryEvent.TickBidAsk(
                                Instant.ofEpochSecond(tick.time()),
                                tick.tickAttribBidAsk().bidPastLow(),
                                tick.tickAttribBidAsk().askPastHigh(),
                                Values.required(tick.priceBid()),
                                Values.required(tick.priceAsk()),
                                Values.size(tick.sizeBid()),
                                Values.size(tick.sizeAsk())))
                        .toList(),
                done));
    }

    @Override
    public void historicalTicksLast(int reqId, List<HistoricalTickLast> ticks, boolean done) {
        add(new HistoryEvent.HistoricalTicksLast(
                reqId,
                ticks.stream()
                        .map(tick -> new HistoryEvent.TickLast(
                                Instant.ofEpochSecond(tick.time()),
                                tick.tickAttribLast().pastLimit(),
                                tick.tickAttribLast().unreported(),
                                Values.required(tick.price()),
                                Values.size(tick.size()),
                                Values.text(tick.exchange()),
                                Values.text(tick.specialConditions())))
                        .toList(),
                done));
    }

    @Override
    public void historicalSchedule(
            int reqId, String startDateTime, String endDateTime, String timeZone, List<HistoricalSession> sessions) {
        add(new HistoryEvent.HistoricalSchedule(
                reqId,
                Values.text(startDateTime),
                Values.text(endDateTime),
                Values.text(timeZone),
                sessions.stream()
                        .map(session -> new HistoryEvent.Session(
                                session.startDateTime(), session.endDateTime(), session.refDate()))
                        .toList()));
    }

    @Override
    public void histogramData(int reqId, List<HistogramEntry> items) {
        add(new HistoryEvent.HistogramData(
                reqId,
                items.stream()
                        .map(item -> new HistoryEvent.HistogramEntry(
                                Values.required(item.price()), Values.size(item.size())))
                        .toList()));
    }

    @Override
    public void tickNews(
            int reqId, long timeStamp, String providerCode, String articleId, String headline, String extraData) {
        add(new NewsEvent.TickNews(
                reqId,
                Instant.ofEpochMilli(timeStamp),
                Values.text(providerCode),
                Values.text(articleId),
                Values.text(headline),
                Values.text(extraData)));
    }

    @Override
    public void updateNewsBulletin(int msgId, int msgType, String message, String origExchange) {
        add(new NewsEvent.UpdateNewsBulletin(msgId, msgType, Values.text(message), Values.text(origExchange)));
    }

    @Override
    public void newsProviders(NewsProvider[] providers) {
        add(new NewsEvent.NewsProviders(Stream.of(providers)
                .map(provider -> new NewsEvent.Provider(provider.providerCode(), provider.providerName()))
                .toList()));
    }

    @Override
    public void newsArticle(int reqId, int articleType, String articleText) {
        add(new NewsEvent.NewsArticle(reqId, articleType, Values.text(articleText)));
    }

    @Override
    public void historicalNews(int reqId, String time, String providerCode, String articleId, String headline) {
        add(new NewsEvent.HistoricalNews(
                reqId, Values.text(time), Values.text(providerCode), Values.text(articleId), Values.text(headline)));
    }

    @Override
    public void historicalNewsEnd(int reqId, boolean hasMore) {
        add(new NewsEvent.HistoricalNewsEnd(reqId, hasMore));
    }

    @Override
    public void wshMetaData(int reqId, String dataJson) {
        add(new NewsEvent.WshMetaData(reqId, Values.text(dataJson)));
    }

    @Override
    public void wshEventData(int reqId, String dataJson) {
        add(new NewsEvent.WshEventData(reqId, Values.text(dataJson)));
    }
}
