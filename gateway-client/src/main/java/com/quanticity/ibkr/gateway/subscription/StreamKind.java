package com.quanticity.ibkr.gateway.subscription;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of requests that stream until they are cancelled, and the data that proves each of them alive. */
public enum StreamKind {
    LEVEL_1,
    DEPTH,
    REAL_TIME_BARS,
    TICK_BY_TICK,
    /** Historical bars kept up to date. */
    FORMING_BARS,
    ACCOUNT_SUMMARY,
    ACCOUNT_UPDATES,
    ACCOUNT_UPDATES_MULTI,
    POSITIONS,
    POSITIONS_MULTI,
    PNL,
    PNL_SINGLE,
    SCANNER,
    /** Nothing proves it alive: a day without bulletins is normal. */
    NEWS_BULLETINS;

    /** Empty for requests that do not stream. */
    public static Optional<StreamKind> of(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case MarketDataRequest.ReqMktData data -> data.snapshot() ? null : LEVEL_1;
                    case MarketDataRequest.ReqTickByTickData _ -> TICK_BY_TICK;
                    case MarketDataRequest.ReqRealTimeBars _ -> REAL_TIME_BARS;
                    case DepthRequest.ReqMktDepth _ -> DEPTH;
                    case HistoryRequest.ReqHistoricalData bars -> bars.keepUpToDate() ? FORMING_BARS : null;
                    case AccountRequest account -> ofAccount(account);
                    case ScannerRequest.ReqScannerSubscription _ -> SCANNER;
                    case NewsRequest.ReqNewsBulletins _ -> NEWS_BULLETINS;
                    default -> null;
                });
    }

    private static @Nullable StreamKind ofAccount(AccountRequest request) {
        return switch (request) {
            case AccountRequest.ReqAccountSummary _ -> ACCOUNT_SUMMARY;
            case AccountRequest.ReqAccountUpdates updates -> updates.subscribe() ? ACCOUNT_UPDATES : null;
            case AccountRequest.ReqAccountUpdatesMulti _ -> ACCOUNT_UPDATES_MULTI;
            case AccountRequest.ReqPositions _ -> POSITIONS;
            case AccountRequest.ReqPositionsMulti _ -> POSITIONS_MULTI;
            case AccountRequest.ReqPnL _ -> PNL;
            case AccountRequest.ReqPnLSingle _ -> PNL_SINGLE;
            case AccountRequest.CancelAccountSummary _,
                    AccountRequest.CancelAccountUpdatesMulti _,
                    AccountRequest.CancelPositions _,
                    AccountRequest.CancelPositionsMulti _,
                    AccountRequest.CancelPnL _,
                    AccountRequest.CancelPnLSingle _,
                    AccountRequest.RequestFA _,
                    AccountRequest.ReplaceFA _ -> null;
        };
    }

    /** Whether an event is data of this kind; its id, where it has one, was compared by the caller. */
    public boolean isData(GatewayEvent event) {
        return switch (this) {
            case LEVEL_1 ->
                event instanceof TickEvent
                        && !(event instanceof TickEvent.TickReqParams)
                        && !(event instanceof TickEvent.MarketDataTypeNotice)
                        && !(event instanceof TickEvent.RerouteMktDataReq)
                        && !(event instanceof TickEvent.TickSnapshotEnd);
            case DEPTH -> event instanceof DepthEvent.Row;
            case REAL_TIME_BARS -> event instanceof HistoryEvent.RealtimeBar;
            case TICK_BY_TICK -> event instanceof TickByTickEvent;
            case FORMING_BARS ->
                event instanceof HistoryEvent.HistoricalData || event instanceof HistoryEvent.HistoricalDataUpdate;
            case ACCOUNT_SUMMARY ->
                event instanceof AccountEvent.AccountSummary || event instanceof AccountEvent.AccountSummaryEnd;
            case ACCOUNT_UPDATES ->
                event instanceof AccountEvent.UpdateAccountValue || event instanceof AccountEvent.AccountDownloadEnd;
            case ACCOUNT_UPDATES_MULTI ->
                event instanceof AccountEvent.AccountUpdateMulti || event instanceof AccountEvent.AccountUpdateMultiEnd;
            case POSITIONS -> event instanceof AccountEvent.Position || event instanceof AccountEvent.PositionEnd;
            case POSITIONS_MULTI ->
                event instanceof AccountEvent.PositionMulti || event instanceof AccountEvent.PositionMultiEnd;
            case PNL -> event instanceof AccountEvent.Pnl;
            case PNL_SINGLE -> event instanceof AccountEvent.PnlSingle;
            case SCANNER -> event instanceof ScannerEvent.ScannerData;
            case NEWS_BULLETINS -> event instanceof NewsEvent.UpdateNewsBulletin;
        };
    }

    /** Whether an event proves that a request is served: the end of the first answer where there is one, else any data. */
    public boolean isConfirmedBy(GatewayEvent event) {
        return switch (this) {
            case ACCOUNT_SUMMARY -> event instanceof AccountEvent.AccountSummaryEnd;
            case ACCOUNT_UPDATES -> event instanceof AccountEvent.AccountDownloadEnd;
            case ACCOUNT_UPDATES_MULTI -> event instanceof AccountEvent.AccountUpdateMultiEnd;
            case POSITIONS -> event instanceof AccountEvent.PositionEnd;
            case POSITIONS_MULTI -> event instanceof AccountEvent.PositionMultiEnd;
            case LEVEL_1, DEPTH, REAL_TIME_BARS, TICK_BY_TICK, FORMING_BARS, PNL, PNL_SINGLE, SCANNER, NEWS_BULLETINS ->
                isData(event);
        };
    }

    /** True when requests carry no id, so that a connection has only one. */
    public boolean isSingleton() {
        return this == ACCOUNT_UPDATES || this == POSITIONS || this == NEWS_BULLETINS;
    }

    /** True when the data comes through one of the broker's market data farms. */
    public boolean isMarketData() {
        return switch (this) {
            case LEVEL_1, DEPTH, REAL_TIME_BARS, TICK_BY_TICK, FORMING_BARS, SCANNER -> true;
            case ACCOUNT_SUMMARY,
                    ACCOUNT_UPDATES,
                    ACCOUNT_UPDATES_MULTI,
                    POSITIONS,
                    POSITIONS_MULTI,
                    PNL,
                    PNL_SINGLE,
                    NEWS_BULLETINS -> false;
        };
    }
}
