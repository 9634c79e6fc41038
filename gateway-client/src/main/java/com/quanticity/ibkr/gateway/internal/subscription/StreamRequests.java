package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.subscription.StreamKind;
import java.util.Optional;

/** Streaming requests under another id, and what ends them. */
final class StreamRequests {

    private StreamRequests() {}

    /** The same request under another id; unchanged when its kind carries none. */
    static GatewayRequest withId(GatewayRequest request, int id) {
        return switch (request) {
            case MarketDataRequest.ReqMktData r ->
                new MarketDataRequest.ReqMktData(
                        id,
                        r.contract(),
                        r.genericTickList(),
                        r.snapshot(),
                        r.regulatorySnapshot(),
                        r.mktDataOptions());
            case MarketDataRequest.ReqTickByTickData r ->
                new MarketDataRequest.ReqTickByTickData(
                        id, r.contract(), r.tickType(), r.numberOfTicks(), r.ignoreSize());
            case MarketDataRequest.ReqRealTimeBars r ->
                new MarketDataRequest.ReqRealTimeBars(
                        id, r.contract(), r.barSize(), r.whatToShow(), r.useRTH(), r.realTimeBarsOptions());
            case DepthRequest.ReqMktDepth r ->
                new DepthRequest.ReqMktDepth(id, r.contract(), r.numRows(), r.isSmartDepth(), r.mktDepthOptions());
            case HistoryRequest.ReqHistoricalData r ->
                new HistoryRequest.ReqHistoricalData(
                        id,
                        r.contract(),
                        r.endDateTime(),
                        r.durationStr(),
                        r.barSizeSetting(),
                        r.whatToShow(),
                        r.useRTH(),
                        r.formatDate(),
                        r.keepUpToDate(),
                        r.chartOptions());
            case ScannerRequest.ReqScannerSubscription r ->
                new ScannerRequest.ReqScannerSubscription(
                        id, r.subscription(), r.subscriptionOptions(), r.filterOptions());
            case DisplayGroupRequest.SubscribeToGroupEvents r ->
                new DisplayGroupRequest.SubscribeToGroupEvents(id, r.groupId());
            case AccountRequest r -> withId(r, id);
            case SessionRequest _,
                    MarketDataRequest _,
                    DepthRequest _,
                    ContractRequest _,
                    OrderRequest _,
                    OrderQuery _,
                    HistoryRequest _,
                    NewsRequest _,
                    ScannerRequest _,
                    DisplayGroupRequest _ -> request;
        };
    }

    private static AccountRequest withId(AccountRequest request, int id) {
        return switch (request) {
            case AccountRequest.ReqAccountSummary r -> new AccountRequest.ReqAccountSummary(id, r.group(), r.tags());
            case AccountRequest.ReqAccountUpdatesMulti r ->
                new AccountRequest.ReqAccountUpdatesMulti(id, r.account(), r.modelCode(), r.ledgerAndNLV());
            case AccountRequest.ReqPositionsMulti r ->
                new AccountRequest.ReqPositionsMulti(id, r.account(), r.modelCode());
            case AccountRequest.ReqPnL r -> new AccountRequest.ReqPnL(id, r.account(), r.modelCode());
            case AccountRequest.ReqPnLSingle r ->
                new AccountRequest.ReqPnLSingle(id, r.account(), r.modelCode(), r.conId());
            case AccountRequest.ReqAccountUpdates _,
                    AccountRequest.ReqPositions _,
                    AccountRequest.CancelAccountSummary _,
                    AccountRequest.CancelAccountUpdatesMulti _,
                    AccountRequest.CancelPositions _,
                    AccountRequest.CancelPositionsMulti _,
                    AccountRequest.CancelPnL _,
                    AccountRequest.CancelPnLSingle _,
                    AccountRequest.RequestFA _,
                    AccountRequest.ReplaceFA _ -> request;
        };
    }

    /** What ends a stream; empty for requests that do not stream. */
    static Optional<GatewayRequest> cancelOf(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case MarketDataRequest.ReqMktData r ->
                        r.hasEnd() ? null : new MarketDataRequest.CancelMktData(r.reqId());
                    case MarketDataRequest.ReqTickByTickData r -> new MarketDataRequest.CancelTickByTickData(r.reqId());
                    case MarketDataRequest.ReqRealTimeBars r -> new MarketDataRequest.CancelRealTimeBars(r.reqId());
                    case DepthRequest.ReqMktDepth r -> r.cancel();
                    case HistoryRequest.ReqHistoricalData r ->
                        r.keepUpToDate() ? new HistoryRequest.CancelHistoricalData(r.reqId()) : null;
                    case ScannerRequest.ReqScannerSubscription r ->
                        new ScannerRequest.CancelScannerSubscription(r.reqId());
                    case AccountRequest.ReqAccountSummary r -> new AccountRequest.CancelAccountSummary(r.reqId());
                    case AccountRequest.ReqAccountUpdates r ->
                        r.subscribe() ? new AccountRequest.ReqAccountUpdates(false, r.acctCode()) : null;
                    case AccountRequest.ReqAccountUpdatesMulti r ->
                        new AccountRequest.CancelAccountUpdatesMulti(r.reqId());
                    case AccountRequest.ReqPositions _ -> new AccountRequest.CancelPositions();
                    case AccountRequest.ReqPositionsMulti r -> new AccountRequest.CancelPositionsMulti(r.reqId());
                    case AccountRequest.ReqPnL r -> new AccountRequest.CancelPnL(r.reqId());
                    case AccountRequest.ReqPnLSingle r -> new AccountRequest.CancelPnLSingle(r.reqId());
                    case NewsRequest.ReqNewsBulletins _ -> new NewsRequest.CancelNewsBulletins();
                    case DisplayGroupRequest.SubscribeToGroupEvents r ->
                        new DisplayGroupRequest.UnsubscribeFromGroupEvents(r.reqId());
                    case SessionRequest _,
                            MarketDataRequest _,
                            DepthRequest _,
                            ContractRequest _,
                            AccountRequest _,
                            OrderRequest _,
                            OrderQuery _,
                            HistoryRequest _,
                            NewsRequest _,
                            ScannerRequest _,
                            DisplayGroupRequest _ -> null;
                });
    }

    /** The kind of stream that a request ends; empty when it is no cancel. */
    static Optional<StreamKind> endedBy(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case MarketDataRequest.CancelMktData _ -> StreamKind.LEVEL_1;
                    case MarketDataRequest.CancelTickByTickData _ -> StreamKind.TICK_BY_TICK;
                    case MarketDataRequest.CancelRealTimeBars _ -> StreamKind.REAL_TIME_BARS;
                    case DepthRequest.CancelMktDepth _ -> StreamKind.DEPTH;
                    case HistoryRequest.CancelHistoricalData _ -> StreamKind.FORMING_BARS;
                    case ScannerRequest.CancelScannerSubscription _ -> StreamKind.SCANNER;
                    case AccountRequest.CancelAccountSummary _ -> StreamKind.ACCOUNT_SUMMARY;
                    case AccountRequest.ReqAccountUpdates r -> r.subscribe() ? null : StreamKind.ACCOUNT_UPDATES;
                    case AccountRequest.CancelAccountUpdatesMulti _ -> StreamKind.ACCOUNT_UPDATES_MULTI;
                    case AccountRequest.CancelPositions _ -> StreamKind.POSITIONS;
                    case AccountRequest.CancelPositionsMulti _ -> StreamKind.POSITIONS_MULTI;
                    case AccountRequest.CancelPnL _ -> StreamKind.PNL;
                    case AccountRequest.CancelPnLSingle _ -> StreamKind.PNL_SINGLE;
                    case NewsRequest.CancelNewsBulletins _ -> StreamKind.NEWS_BULLETINS;
                    case DisplayGroupRequest.UnsubscribeFromGroupEvents _ -> StreamKind.DISPLAY_GROUP;
                    case SessionRequest _,
                            MarketDataRequest _,
                            DepthRequest _,
                            ContractRequest _,
                            AccountRequest _,
                            OrderRequest _,
                            OrderQuery _,
                            HistoryRequest _,
                            NewsRequest _,
                            ScannerRequest _,
                            DisplayGroupRequest _ -> null;
                });
    }

    /** What ends the stream that an event belongs to, judged by the event alone; empty for events of no stream. */
    static Optional<GatewayRequest> cancelFor(GatewayEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case TickEvent.TickSnapshotEnd _, TickEvent.RerouteMktDataReq _ -> null;
                    case TickEvent tick -> new MarketDataRequest.CancelMktData(tick.reqId());
                    case TickByTickEvent tick -> new MarketDataRequest.CancelTickByTickData(tick.reqId());
                    case DepthEvent.UpdateMktDepth row -> new DepthRequest.CancelMktDepth(row.reqId(), false);
                    case DepthEvent.UpdateMktDepthL2 row ->
                        new DepthRequest.CancelMktDepth(row.reqId(), row.isSmartDepth());
                    case HistoryEvent.RealtimeBar bar -> new MarketDataRequest.CancelRealTimeBars(bar.reqId());
                    case HistoryEvent.HistoricalDataUpdate bar -> new HistoryRequest.CancelHistoricalData(bar.reqId());
                    case ScannerEvent.ScannerData data -> new ScannerRequest.CancelScannerSubscription(data.reqId());
                    case AccountEvent.AccountSummary value -> new AccountRequest.CancelAccountSummary(value.reqId());
                    case AccountEvent.AccountUpdateMulti value ->
                        new AccountRequest.CancelAccountUpdatesMulti(value.reqId());
                    case AccountEvent.PositionMulti value -> new AccountRequest.CancelPositionsMulti(value.reqId());
                    case AccountEvent.Pnl value -> new AccountRequest.CancelPnL(value.reqId());
                    case AccountEvent.PnlSingle value -> new AccountRequest.CancelPnLSingle(value.reqId());
                    case DisplayGroupEvent.DisplayGroupUpdated group ->
                        new DisplayGroupRequest.UnsubscribeFromGroupEvents(group.reqId());
                    case ConnectionEvent _,
                            DepthEvent _,
                            ContractEvent _,
                            TradingEvent _,
                            AccountEvent _,
                            HistoryEvent _,
                            NewsEvent _,
                            ScannerEvent _,
                            DisplayGroupEvent _,
                            UnreadEvent _ -> null;
                });
    }
}
