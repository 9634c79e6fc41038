package com.quanticity.ibkr.gateway.internal.pending;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent.MarketRule;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalData;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalDataEnd;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalSchedule;
import com.quanticity.ibkr.gateway.event.HistoryEvent.HistoricalTicksLast;
import com.quanticity.ibkr.gateway.event.HistoryEvent.Range;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.BarSize;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqMarketRule;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest.ReqHistoricalData;
import com.quanticity.ibkr.gateway.request.HistoryRequest.ReqHistoricalTicks;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.RequestOutcome.Answered;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestKindTest {

    private static final GatewayContract APPLE = GatewayContract.stock("AAPL", "NASDAQ", "USD");
    private static final Range RANGE = new Range("20260302 09:30:00 US/Eastern", "20260302 16:00:00 US/Eastern");
    private static final ReqHistoricalData BARS =
            new ReqHistoricalData(7, APPLE, "", "1 D", BarSize.HOURS_1, WhatToShow.TRADES, true, 1, false, List.of());

    private final PendingRequests pending = new PendingRequests();

    @Test
    void endsBarsWithTheirOwnFrameInOldVersions() {
        HistoricalData bars = new HistoricalData(7, RANGE, List.of());

        assertThat(answer(BARS, bars)).isCompletedWithValue(new Answered(List.of(bars)));
    }

    @Test
    void endsBarsWithTheirEndFrameFrom196On() {
        HistoricalData bars = new HistoricalData(7, null, List.of());
        HistoricalDataEnd end = new HistoricalDataEnd(7, RANGE);

        CompletableFuture<RequestOutcome> answer = answer(BARS, bars);

        assertThat(answer).isNotDone();
        pending.onEvents(new EventBatch(1, Instant.EPOCH, List.of(new HistoricalDataEnd(8, RANGE))));
        assertThat(answer).isNotDone();
        pending.onEvents(new EventBatch(1, Instant.EPOCH, List.of(end)));
        assertThat(answer).isCompletedWithValue(new Answered(List.of(bars, end)));
    }

    @Test
    void endsAScheduleWithItself() {
        HistoricalSchedule schedule = new HistoricalSchedule(7, "", "", "US/Eastern", List.of());

        assertThat(answer(BARS, schedule)).isCompletedWithValue(new Answered(List.of(schedule)));
    }

    @Test
    void endsTicksWithTheFrameThatSaysSo() {
        ReqHistoricalTicks request = new ReqHistoricalTicks(
                7, APPLE, "20260302-14:30:00", "", 1000, WhatToShow.TRADES, true, false, List.of());
        HistoricalTicksLast first = new HistoricalTicksLast(7, List.of(), false);
        HistoricalTicksLast last = new HistoricalTicksLast(7, List.of(), true);

        assertThat(answer(request, first, last)).isCompletedWithValue(new Answered(List.of(first, last)));
    }

    @Test
    void tellsMarketRulesApartByTheirOwnId() {
        CompletableFuture<RequestOutcome> other = answer(new ReqMarketRule(239));
        MarketRule rule = new MarketRule(26, List.of());

        assertThat(answer(new ReqMarketRule(26), rule)).isCompletedWithValue(new Answered(List.of(rule)));
        assertThat(other).isNotDone();
    }

    @Test
    void knowsThatAnAccountDownloadHasAnEndAndItsStopHasNone() {
        var start = new AccountRequest.ReqAccountUpdates(true, "DU9000001");
        var end = new AccountEvent.AccountDownloadEnd("DU9000001");

        assertThat(answer(start, end)).isCompletedWithValue(new Answered(List.of()));
        assertThat(RequestKind.of(new AccountRequest.ReqAccountUpdates(false, "")))
                .isEmpty();
    }

    @Test
    void knowsThatAStreamHasNoEnd() {
        assertThat(RequestKind.of(ReqMktData.stream(7, APPLE))).isEmpty();
        assertThat(RequestKind.of(ReqMktData.snapshot(7, APPLE))).contains(RequestKind.SNAPSHOT);
    }

    private CompletableFuture<RequestOutcome> answer(GatewayRequest request, GatewayEvent... events) {
        var entry = pending.register(request, RequestKind.of(request).orElseThrow(), 1)
                .orElseThrow();
        for (GatewayEvent event : events) {
            pending.onEvents(new EventBatch(1, Instant.EPOCH, List.of(event)));
        }
        return entry.future();
    }
}
