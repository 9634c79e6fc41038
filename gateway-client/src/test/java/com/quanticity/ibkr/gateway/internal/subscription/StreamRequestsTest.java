package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.BarSize;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.ScannerSubscription;
import com.quanticity.ibkr.gateway.request.TickByTickType;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.subscription.StreamKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamRequestsTest {

    private static final GatewayContract APPLE = GatewayContract.stock("AAPL", "NASDAQ", "USD");

    @ParameterizedTest
    @EnumSource(StreamKind.class)
    void everyKindIsAskedForAnewUnderAnotherIdAndEndedByItsCancel(StreamKind kind) {
        GatewayRequest again = StreamRequests.withId(example(kind), 8);
        GatewayRequest cancel = StreamRequests.cancelOf(again).orElseThrow();

        assertThat(StreamKind.of(again)).contains(kind);
        assertThat(StreamRequests.endedBy(cancel)).contains(kind);
        assertThat(StreamKind.of(cancel)).isEmpty();
        if (kind.isSingleton()) {
            assertThat(again).isNotInstanceOf(GatewayRequest.WithId.class);
        } else {
            assertThat(((GatewayRequest.WithId) again).reqId()).isEqualTo(8);
            assertThat(((GatewayRequest.WithId) cancel).reqId()).isEqualTo(8);
        }
    }

    @Test
    void aSnapshotOfEitherSortIsNoStream() {
        ReqMktData regulatory = new ReqMktData(7, APPLE, "", false, true, List.of());

        assertThat(StreamKind.of(regulatory)).isEmpty();
        assertThat(StreamKind.of(ReqMktData.snapshot(7, APPLE))).isEmpty();
        assertThat(StreamRequests.cancelOf(regulatory)).isEmpty();
    }

    @Test
    void aGroupNobodyAskedForIsEndedByItsEvent() {
        assertThat(StreamRequests.cancelFor(new DisplayGroupEvent.DisplayGroupUpdated(7, "8314@SMART")))
                .contains(new DisplayGroupRequest.UnsubscribeFromGroupEvents(7));
    }

    private static GatewayRequest example(StreamKind kind) {
        return switch (kind) {
            case LEVEL_1 -> ReqMktData.stream(7, APPLE);
            case DEPTH -> new DepthRequest.ReqMktDepth(7, APPLE, 5, true, List.of());
            case REAL_TIME_BARS -> MarketDataRequest.ReqRealTimeBars.of(7, APPLE, WhatToShow.TRADES);
            case TICK_BY_TICK -> new MarketDataRequest.ReqTickByTickData(7, APPLE, TickByTickType.LAST, 0, false);
            case FORMING_BARS ->
                new HistoryRequest.ReqHistoricalData(
                        7, APPLE, "", "1 D", BarSize.MINUTES_5, WhatToShow.TRADES, true, 1, true, List.of());
            case ACCOUNT_SUMMARY -> new AccountRequest.ReqAccountSummary(7, "All", "NetLiquidation");
            case ACCOUNT_UPDATES -> new AccountRequest.ReqAccountUpdates(true, "DU1");
            case ACCOUNT_UPDATES_MULTI -> new AccountRequest.ReqAccountUpdatesMulti(7, "DU1", "", false);
            case POSITIONS -> new AccountRequest.ReqPositions();
            case POSITIONS_MULTI -> new AccountRequest.ReqPositionsMulti(7, "DU1", "");
            case PNL -> new AccountRequest.ReqPnL(7, "DU1", "");
            case PNL_SINGLE -> new AccountRequest.ReqPnLSingle(7, "DU1", "", 1);
            case SCANNER ->
                new ScannerRequest.ReqScannerSubscription(
                        7, ScannerSubscription.of("STK", "STK.US.MAJOR", "TOP_PERC_GAIN"), List.of(), List.of());
            case NEWS_BULLETINS -> new NewsRequest.ReqNewsBulletins(true);
            case DISPLAY_GROUP -> new DisplayGroupRequest.SubscribeToGroupEvents(7, 1);
        };
    }
}
