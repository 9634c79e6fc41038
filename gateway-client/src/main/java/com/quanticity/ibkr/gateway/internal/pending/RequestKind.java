package com.quanticity.ibkr.gateway.internal.pending;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a request with an end is answered: what the answer is told apart by, which events are part of it, and which one ends it. A kind
 * that is answered by a single event has that event as part and as end.
 */
public enum RequestKind {
    CONTRACT_DETAILS(
            Key.REQUEST_ID,
            ContractEvent.ContractDetailsEnd.class,
            ContractEvent.ContractDetails.class,
            ContractEvent.BondContractDetails.class),
    MATCHING_SYMBOLS(Key.REQUEST_ID, ContractEvent.SymbolSamples.class),
    OPTION_PARAMETERS(
            Key.REQUEST_ID,
            ContractEvent.SecurityDefinitionOptionalParameterEnd.class,
            ContractEvent.SecurityDefinitionOptionalParameter.class),
    MARKET_RULE(Key.OTHER_ID, ContractEvent.MarketRule.class),
    FUNDAMENTALS(Key.REQUEST_ID, ContractEvent.FundamentalData.class),
    SMART_COMPONENTS(Key.REQUEST_ID, ContractEvent.SmartComponents.class),
    OPTION_CALCULATION(Key.REQUEST_ID, TickEvent.TickOptionComputation.class),
    DEPTH_EXCHANGES(Key.NONE, DepthEvent.MktDepthExchanges.class),
    ACCOUNT_SUMMARY(Key.REQUEST_ID, AccountEvent.AccountSummaryEnd.class, AccountEvent.AccountSummary.class),
    ACCOUNT_DOWNLOAD(
            Key.NONE,
            AccountEvent.AccountDownloadEnd.class,
            AccountEvent.UpdateAccountValue.class,
            AccountEvent.UpdatePortfolio.class,
            AccountEvent.UpdateAccountTime.class),
    ACCOUNT_MULTI(Key.REQUEST_ID, AccountEvent.AccountUpdateMultiEnd.class, AccountEvent.AccountUpdateMulti.class),
    POSITIONS(Key.NONE, AccountEvent.PositionEnd.class, AccountEvent.Position.class),
    POSITIONS_MULTI(Key.REQUEST_ID, AccountEvent.PositionMultiEnd.class, AccountEvent.PositionMulti.class),
    FAMILY_CODES(Key.NONE, AccountEvent.FamilyCodes.class),
    SOFT_DOLLAR_TIERS(Key.REQUEST_ID, AccountEvent.SoftDollarTiers.class),
    ADVISOR_DATA(Key.OTHER_ID, AccountEvent.ReceiveFa.class),
    ADVISOR_REPLACEMENT(Key.REQUEST_ID, AccountEvent.ReplaceFaEnd.class),
    EXECUTIONS(
            Key.REQUEST_ID,
            TradingEvent.ExecDetailsEnd.class,
            TradingEvent.ExecDetails.class,
            TradingEvent.CommissionReport.class),
    OPEN_ORDERS(
            Key.NONE, TradingEvent.OpenOrderEnd.class, TradingEvent.OpenOrder.class, TradingEvent.OrderStatus.class),
    COMPLETED_ORDERS(Key.NONE, TradingEvent.CompletedOrdersEnd.class, TradingEvent.CompletedOrder.class),
    SNAPSHOT(
            Key.REQUEST_ID,
            TickEvent.TickSnapshotEnd.class,
            TickEvent.TickPrice.class,
            TickEvent.TickSize.class,
            TickEvent.TickGeneric.class,
            TickEvent.TickString.class,
            TickEvent.TickReqParams.class,
            TickEvent.MarketDataTypeNotice.class,
            TickEvent.TickOptionComputation.class,
            TickEvent.TickEfp.class),
    /** Ended by the bars themselves, by a frame of its own (from version 196 on), or by a schedule. */
    HISTORICAL_DATA(
            Key.REQUEST_ID,
            HistoryEvent.HistoricalDataEnd.class,
            HistoryEvent.HistoricalData.class,
            HistoryEvent.HistoricalDataEnd.class,
            HistoryEvent.HistoricalSchedule.class) {
        @Override
        boolean isEnd(GatewayEvent event) {
            return super.isEnd(event)
                    || event instanceof HistoryEvent.HistoricalSchedule
                    || (event instanceof HistoryEvent.HistoricalData data && data.isComplete());
        }
    },
    HEAD_TIMESTAMP(Key.REQUEST_ID, HistoryEvent.HeadTimestamp.class),
    /** Ended by the frame that says so, of whichever kind of ticks. */
    HISTORICAL_TICKS(
            Key.REQUEST_ID,
            HistoryEvent.HistoricalTicks.class,
            HistoryEvent.HistoricalTicks.class,
            HistoryEvent.HistoricalTicksBidAsk.class,
            HistoryEvent.HistoricalTicksLast.class) {
        @Override
        boolean isEnd(GatewayEvent event) {
            return switch (event) {
                case HistoryEvent.HistoricalTicks ticks -> ticks.done();
                case HistoryEvent.HistoricalTicksBidAsk ticks -> ticks.done();
                case HistoryEvent.HistoricalTicksLast ticks -> ticks.done();
                case GatewayEvent _ -> false;
            };
        }
    },
    HISTOGRAM(Key.REQUEST_ID, HistoryEvent.HistogramData.class),
    NEWS_PROVIDERS(Key.NONE, NewsEvent.NewsProviders.class),
    NEWS_ARTICLE(Key.REQUEST_ID, NewsEvent.NewsArticle.class),
    HISTORICAL_NEWS(
            Key.REQUEST_ID,
            NewsEvent.HistoricalNewsEnd.class,
            NewsEvent.HistoricalNews.class,
            NewsEvent.HistoricalNewsEnd.class),
    CORPORATE_META_DATA(Key.REQUEST_ID, NewsEvent.WshMetaData.class),
    CORPORATE_EVENTS(Key.REQUEST_ID, NewsEvent.WshEventData.class),
    SCANNER_PARAMETERS(Key.NONE, ScannerEvent.ScannerParameters.class),
    DISPLAY_GROUPS(Key.REQUEST_ID, DisplayGroupEvent.DisplayGroupList.class),
    USER_INFO(Key.REQUEST_ID, ConnectionEvent.UserInfo.class),
    CURRENT_TIME(Key.NONE, ConnectionEvent.CurrentTime.class),
    CURRENT_TIME_IN_MILLIS(Key.NONE, ConnectionEvent.CurrentTimeInMillis.class),
    NEXT_ORDER_ID(Key.NONE, ConnectionEvent.NextValidId.class),
    ACCOUNTS(Key.NONE, ConnectionEvent.ManagedAccounts.class);

    /** What an answer is told apart by. */
    private enum Key {
        /** Errors come under this id too. */
        REQUEST_ID,
        /** A number that the request names, such as a rule; errors come under no id. */
        OTHER_ID,
        /** Nothing: one at a time, and errors come under no id. */
        NONE
    }

    private final Key key;
    private final Class<? extends GatewayEvent> end;
    private final List<Class<? extends GatewayEvent>> parts;

    /** Answered by a single event. */
    RequestKind(Key key, Class<? extends GatewayEvent> only) {
        this.key = key;
        this.end = only;
        this.parts = List.of(only);
    }

    @SafeVarargs
    RequestKind(
            Key key,
            Class<? extends GatewayEvent> end,
            Class<? extends GatewayEvent> part,
            Class<? extends GatewayEvent>... otherParts) {
        this.key = key;
        this.end = end;
        this.parts = Stream.concat(Stream.<Class<? extends GatewayEvent>>of(part), Stream.of(otherParts))
                .toList();
    }

    /** Empty for requests that have no end: streams, cancels, orders. */
    public static Optional<RequestKind> of(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case SessionRequest session -> of(session);
                    case MarketDataRequest data -> of(data);
                    case ContractRequest contract -> of(contract);
                    case AccountRequest account -> of(account);
                    case OrderQuery query -> of(query);
                    case HistoryRequest history -> of(history);
                    case NewsRequest news -> of(news);
                    case DepthRequest.ReqMktDepthExchanges _ -> DEPTH_EXCHANGES;
                    case ScannerRequest.ReqScannerParameters _ -> SCANNER_PARAMETERS;
                    case DisplayGroupRequest.QueryDisplayGroups _ -> DISPLAY_GROUPS;
                    case DepthRequest _, ScannerRequest _, DisplayGroupRequest _, OrderRequest _ -> null;
                });
    }

    private static @Nullable RequestKind of(SessionRequest request) {
        return switch (request) {
            case SessionRequest.ReqIds _ -> NEXT_ORDER_ID;
            case SessionRequest.ReqCurrentTime _ -> CURRENT_TIME;
            case SessionRequest.ReqCurrentTimeInMillis _ -> CURRENT_TIME_IN_MILLIS;
            case SessionRequest.ReqManagedAccts _ -> ACCOUNTS;
            case SessionRequest.ReqUserInfo _ -> USER_INFO;
            case SessionRequest.ReqFamilyCodes _ -> FAMILY_CODES;
            case SessionRequest.ReqSoftDollarTiers _ -> SOFT_DOLLAR_TIERS;
            case SessionRequest.SetServerLogLevel _ -> null;
        };
    }

    private static @Nullable RequestKind of(MarketDataRequest request) {
        return switch (request) {
            case MarketDataRequest.ReqMktData data -> data.hasEnd() ? SNAPSHOT : null;
            case MarketDataRequest.ReqSmartComponents _ -> SMART_COMPONENTS;
            case MarketDataRequest.CalculateImpliedVolatility _, MarketDataRequest.CalculateOptionPrice _ ->
                OPTION_CALCULATION;
            case MarketDataRequest.CancelMktData _,
                    MarketDataRequest.ReqMarketDataType _,
                    MarketDataRequest.ReqTickByTickData _,
                    MarketDataRequest.CancelTickByTickData _,
                    MarketDataRequest.ReqRealTimeBars _,
                    MarketDataRequest.CancelRealTimeBars _,
                    MarketDataRequest.CancelCalculateImpliedVolatility _,
                    MarketDataRequest.CancelCalculateOptionPrice _ -> null;
        };
    }

    private static @Nullable RequestKind of(ContractRequest request) {
        return switch (request) {
            case ContractRequest.ReqContractDetails _ -> CONTRACT_DETAILS;
            case ContractRequest.ReqMatchingSymbols _ -> MATCHING_SYMBOLS;
            case ContractRequest.ReqSecDefOptParams _ -> OPTION_PARAMETERS;
            case ContractRequest.ReqMarketRule _ -> MARKET_RULE;
            case ContractRequest.ReqFundamentalData _ -> FUNDAMENTALS;
            case ContractRequest.CancelFundamentalData _ -> null;
        };
    }

    private static @Nullable RequestKind of(AccountRequest request) {
        return switch (request) {
            case AccountRequest.RequestFA _ -> ADVISOR_DATA;
            case AccountRequest.ReplaceFA _ -> ADVISOR_REPLACEMENT;
            case AccountRequest account ->
                StreamKind.of(account).map(RequestKind::firstAnswer).orElse(null);
        };
    }

    /** What the first answer of a stream ends with; null when it just begins. */
    private static @Nullable RequestKind firstAnswer(StreamKind stream) {
        return switch (stream) {
            case ACCOUNT_SUMMARY -> ACCOUNT_SUMMARY;
            case ACCOUNT_UPDATES -> ACCOUNT_DOWNLOAD;
            case ACCOUNT_UPDATES_MULTI -> ACCOUNT_MULTI;
            case POSITIONS -> POSITIONS;
            case POSITIONS_MULTI -> POSITIONS_MULTI;
            case FORMING_BARS -> HISTORICAL_DATA;
            case LEVEL_1,
                    DEPTH,
                    REAL_TIME_BARS,
                    TICK_BY_TICK,
                    PNL,
                    PNL_SINGLE,
                    SCANNER,
                    NEWS_BULLETINS,
                    DISPLAY_GROUP -> null;
        };
    }

    private static @Nullable RequestKind of(OrderQuery request) {
        return switch (request) {
            case OrderQuery.ReqOpenOrders _, OrderQuery.ReqAllOpenOrders _ -> OPEN_ORDERS;
            case OrderQuery.ReqCompletedOrders _ -> COMPLETED_ORDERS;
            case OrderQuery.ReqExecutions _ -> EXECUTIONS;
            case OrderQuery.ReqAutoOpenOrders _ -> null;
        };
    }

    private static @Nullable RequestKind of(HistoryRequest request) {
        return switch (request) {
            case HistoryRequest.ReqHistoricalData _ -> HISTORICAL_DATA;
            case HistoryRequest.ReqHeadTimestamp _ -> HEAD_TIMESTAMP;
            case HistoryRequest.ReqHistoricalTicks _ -> HISTORICAL_TICKS;
            case HistoryRequest.ReqHistogramData _ -> HISTOGRAM;
            case HistoryRequest.CancelHistoricalData _,
                    HistoryRequest.CancelHeadTimestamp _,
                    HistoryRequest.CancelHistogramData _ -> null;
        };
    }

    private static @Nullable RequestKind of(NewsRequest request) {
        return switch (request) {
            case NewsRequest.ReqNewsProviders _ -> NEWS_PROVIDERS;
            case NewsRequest.ReqNewsArticle _ -> NEWS_ARTICLE;
            case NewsRequest.ReqHistoricalNews _ -> HISTORICAL_NEWS;
            case NewsRequest.ReqWshMetaData _ -> CORPORATE_META_DATA;
            case NewsRequest.ReqWshEventData _ -> CORPORATE_EVENTS;
            case NewsRequest.ReqNewsBulletins _,
                    NewsRequest.CancelNewsBulletins _,
                    NewsRequest.CancelWshMetaData _,
                    NewsRequest.CancelWshEventData _ -> null;
        };
    }

    /** The number by which two requests of one kind are told apart, 0 when nothing tells them apart. */
    static int keyOf(GatewayRequest request) {
        return switch (request) {
            case ContractRequest.ReqMarketRule(int marketRuleId) -> marketRuleId;
            case AccountRequest.RequestFA(int faDataType) -> faDataType;
            case GatewayRequest.WithId withId -> withId.reqId();
            case GatewayRequest _ -> 0;
        };
    }

    /**
     * True when nothing in an answer of several events says which request it answers: a late one could be taken for the answer to the
     * same question asked again. Answers of a single event are as good whoever asked.
     */
    boolean isUntold() {
        return key == Key.NONE && !parts.contains(end);
    }

    /** True when errors about it come under its request id. */
    boolean isUnderRequestId() {
        return key == Key.REQUEST_ID;
    }

    /**
     * True when a gateway in read-only mode refuses it with 321 under no id and sends no end. Source: behaviour, section 9.
     */
    boolean isOrderAccess() {
        return this == OPEN_ORDERS || this == COMPLETED_ORDERS;
    }

    /** True for events of the answer to the request of this key; events without an id belong by kind alone. */
    boolean isAnswer(int requestKey, GatewayEvent event) {
        return (isPart(event) || isEnd(event)) && carries(requestKey, event);
    }

    boolean isPart(GatewayEvent event) {
        return parts.contains(event.getClass());
    }

    /** True for the event after which nothing of the answer follows. */
    boolean isEnd(GatewayEvent event) {
        return end == event.getClass();
    }

    private boolean carries(int requestKey, GatewayEvent event) {
        return key == Key.NONE
                || switch (event) {
                    case ContractEvent.MarketRule rule -> rule.marketRuleId() == requestKey;
                    case AccountEvent.ReceiveFa data -> data.faDataType() == requestKey;
                    case GatewayEvent.WithId withId -> withId.reqId() == requestKey;
                    case GatewayEvent _ -> true;
                };
    }
}
