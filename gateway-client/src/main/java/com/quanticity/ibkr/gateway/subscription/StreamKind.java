package com.quanticity.ibkr.gateway.subscription;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
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
    NEWS_BULLETINS,
    /** Nothing proves it alive: tells when somebody shows another contract, and a gateway has no windows. */
    DISPLAY_GROUP;

    /** Empty for requests that do not stream. */
    public static Optional<StreamKind> of(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case MarketDataRequest data -> of(data);
                    case DepthRequest depth -> of(depth);
                    case HistoryRequest history -> of(history);
                    case AccountRequest account -> of(account);
                    case ScannerRequest scanner -> of(scanner);
                    case NewsRequest news -> of(news);
                    case DisplayGroupRequest group -> of(group);
                    case SessionRequest _, ContractRequest _, OrderRequest _, OrderQuery _ -> null;
                });
    }

    private static @Nullable StreamKind of(MarketDataRequest request) {
        return switch (request) {
            case MarketDataRequest.ReqMktData data -> data.hasEnd() ? null : LEVEL_1;
            case MarketDataRequest.ReqTickByTickData _ -> TICK_BY_TICK;
            case MarketDataRequest.ReqRealTimeBars _ -> REAL_TIME_BARS;
            case MarketDataRequest.CancelMktData _,
                    MarketDataRequest.ReqMarketDataType _,
                    MarketDataRequest.CancelTickByTickData _,
                    MarketDataRequest.CancelRealTimeBars _,
                    MarketDataRequest.ReqSmartComponents _,
                    MarketDataRequest.CalculateImpliedVolatility _,
                    MarketDataRequest.CancelCalculateImpliedVolatility _,
                    MarketDataRequest.CalculateOptionPrice _,
                    MarketDataRequest.CancelCalculateOptionPrice _ -> null;
        };
    }

    private static @Nullable StreamKind of(DepthRequest request) {
        return switch (request) {
            case DepthRequest.ReqMktDepth _ -> DEPTH;
            case DepthRequest.CancelMktDepth _, DepthRequest.ReqMktDepthExchanges _ -> null;
        };
    }

    private static @Nullable StreamKind of(HistoryRequest request) {
        return switch (request) {
            case HistoryRequest.ReqHistoricalData bars -> bars.keepUpToDate() ? FORMING_BARS : null;
            case HistoryRequest.CancelHistoricalData _,
                    HistoryRequest.ReqHeadTimestamp _,
                    HistoryRequest.CancelHeadTimestamp _,
                    HistoryRequest.ReqHistoricalTicks _,
                    HistoryRequest.ReqHistogramData _,
                    HistoryRequest.CancelHistogramData _ -> null;
        };
    }

    private static @Nullable StreamKind of(ScannerRequest request) {
        return switch (request) {
            case ScannerRequest.ReqScannerSubscription _ -> SCANNER;
            case ScannerRequest.CancelScannerSubscription _, ScannerRequest.ReqScannerParameters _ -> null;
        };
    }

    private static @Nullable StreamKind of(NewsRequest request) {
        return switch (request) {
            case NewsRequest.ReqNewsBulletins _ -> NEWS_BULLETINS;
            case NewsRequest.CancelNewsBulletins _,
                    NewsRequest.ReqNewsProviders _,
                    NewsRequest.ReqNewsArticle _,
                    NewsRequest.ReqHistoricalNews _,
                    NewsRequest.ReqWshMetaData _,
                    NewsRequest.CancelWshMetaData _,
                    NewsRequest.ReqWshEventData _,
                    NewsRequest.CancelWshEventData _ -> null;
        };
    }

    private static @Nullable StreamKind of(DisplayGroupRequest request) {
        return switch (request) {
            case DisplayGroupRequest.SubscribeToGroupEvents _ -> DISPLAY_GROUP;
            case DisplayGroupRequest.QueryDisplayGroups _,
                    DisplayGroupRequest.UpdateDisplayGroup _,
                    DisplayGroupRequest.UnsubscribeFromGroupEvents _ -> null;
        };
    }

    private static @Nullable StreamKind of(AccountRequest request) {
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
            case DISPLAY_GROUP -> event instanceof DisplayGroupEvent.DisplayGroupUpdated;
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
            case LEVEL_1,
                    DEPTH,
                    REAL_TIME_BARS,
                    TICK_BY_TICK,
                    FORMING_BARS,
                    PNL,
                    PNL_SINGLE,
                    SCANNER,
                    NEWS_BULLETINS,
                    DISPLAY_GROUP -> isData(event);
        };
    }

    /** False when no data at all is normal, so that its absence says nothing. */
    public boolean isProvenByData() {
        return this != NEWS_BULLETINS && this != DISPLAY_GROUP;
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
                    NEWS_BULLETINS,
                    DISPLAY_GROUP -> false;
        };
    }
}
