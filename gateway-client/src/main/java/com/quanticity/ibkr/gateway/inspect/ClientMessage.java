package com.quanticity.ibkr.gateway.inspect;

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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every message of a client: its name in the wire specification, its id, the record it becomes, and the fields after the id. START_API,
 * which belongs to the handshake, is not among them.
 */
enum ClientMessage {
    REQ_IDS(8, SessionRequest.ReqIds.class, in -> in.skip().integer("numIds")),
    REQ_CURRENT_TIME(49, SessionRequest.ReqCurrentTime.class, MessageFields::skip),
    REQ_CURRENT_TIME_IN_MILLIS(105, SessionRequest.ReqCurrentTimeInMillis.class, _ -> {}),
    SET_SERVER_LOGLEVEL(
            14, SessionRequest.SetServerLogLevel.class, in -> in.skip().integer("logLevel")),
    REQ_MANAGED_ACCTS(17, SessionRequest.ReqManagedAccts.class, MessageFields::skip),
    REQ_USER_INFO(104, SessionRequest.ReqUserInfo.class, in -> in.integer("reqId")),
    REQ_FAMILY_CODES(80, SessionRequest.ReqFamilyCodes.class, _ -> {}),
    REQ_SOFT_DOLLAR_TIERS(79, SessionRequest.ReqSoftDollarTiers.class, in -> in.integer("reqId")),
    REQ_MKT_DATA(1, MarketDataRequest.ReqMktData.class, RequestLayouts::marketData),
    CANCEL_MKT_DATA(2, MarketDataRequest.CancelMktData.class, ClientMessage::id),
    REQ_MARKET_DATA_TYPE(
            59, MarketDataRequest.ReqMarketDataType.class, in -> in.skip().integer("marketDataType")),
    REQ_TICK_BY_TICK_DATA(97, MarketDataRequest.ReqTickByTickData.class, RequestLayouts::tickByTick),
    CANCEL_TICK_BY_TICK_DATA(98, MarketDataRequest.CancelTickByTickData.class, in -> in.integer("reqId")),
    REQ_REAL_TIME_BARS(50, MarketDataRequest.ReqRealTimeBars.class, RequestLayouts::realTimeBars),
    CANCEL_REAL_TIME_BARS(51, MarketDataRequest.CancelRealTimeBars.class, ClientMessage::id),
    REQ_SMART_COMPONENTS(
            83,
            MarketDataRequest.ReqSmartComponents.class,
            in -> in.integer("reqId").text("bboExchange")),
    REQ_CALC_IMPLIED_VOLAT(54, MarketDataRequest.CalculateImpliedVolatility.class, RequestLayouts::impliedVolatility),
    CANCEL_CALC_IMPLIED_VOLAT(56, MarketDataRequest.CancelCalculateImpliedVolatility.class, ClientMessage::id),
    REQ_CALC_OPTION_PRICE(55, MarketDataRequest.CalculateOptionPrice.class, RequestLayouts::optionPrice),
    CANCEL_CALC_OPTION_PRICE(57, MarketDataRequest.CancelCalculateOptionPrice.class, ClientMessage::id),
    REQ_MKT_DEPTH_EXCHANGES(82, DepthRequest.ReqMktDepthExchanges.class, _ -> {}),
    REQ_MKT_DEPTH(10, DepthRequest.ReqMktDepth.class, RequestLayouts::depth),
    CANCEL_MKT_DEPTH(
            11,
            DepthRequest.CancelMktDepth.class,
            in -> in.skip().integer("reqId").flag("isSmartDepth")),
    REQ_CONTRACT_DATA(9, ContractRequest.ReqContractDetails.class, RequestLayouts::contractDetails),
    REQ_MATCHING_SYMBOLS(
            81,
            ContractRequest.ReqMatchingSymbols.class,
            in -> in.integer("reqId").text("pattern")),
    REQ_SEC_DEF_OPT_PARAMS(
            78,
            ContractRequest.ReqSecDefOptParams.class,
            in -> in.integer("reqId")
                    .text("underlyingSymbol")
                    .text("futFopExchange")
                    .text("underlyingSecType")
                    .integer("underlyingConId")),
    REQ_MARKET_RULE(91, ContractRequest.ReqMarketRule.class, in -> in.integer("marketRuleId")),
    REQ_ACCOUNT_SUMMARY(
            62,
            AccountRequest.ReqAccountSummary.class,
            in -> in.skip().integer("reqId").text("group").text("tags")),
    CANCEL_ACCOUNT_SUMMARY(63, AccountRequest.CancelAccountSummary.class, ClientMessage::id),
    REQ_ACCOUNT_DATA(
            6,
            AccountRequest.ReqAccountUpdates.class,
            in -> in.skip().flag("subscribe").text("acctCode")),
    REQ_ACCOUNT_UPDATES_MULTI(
            76,
            AccountRequest.ReqAccountUpdatesMulti.class,
            in -> accountAndModel(in.skip()).flag("ledgerAndNLV")),
    CANCEL_ACCOUNT_UPDATES_MULTI(77, AccountRequest.CancelAccountUpdatesMulti.class, ClientMessage::id),
    REQ_POSITIONS(61, AccountRequest.ReqPositions.class, MessageFields::skip),
    CANCEL_POSITIONS(64, AccountRequest.CancelPositions.class, MessageFields::skip),
    REQ_POSITIONS_MULTI(74, AccountRequest.ReqPositionsMulti.class, in -> accountAndModel(in.skip())),
    CANCEL_POSITIONS_MULTI(75, AccountRequest.CancelPositionsMulti.class, ClientMessage::id),
    REQ_PNL(92, AccountRequest.ReqPnL.class, ClientMessage::accountAndModel),
    CANCEL_PNL(93, AccountRequest.CancelPnL.class, in -> in.integer("reqId")),
    REQ_PNL_SINGLE(
            94, AccountRequest.ReqPnLSingle.class, in -> accountAndModel(in).integer("conId")),
    CANCEL_PNL_SINGLE(95, AccountRequest.CancelPnLSingle.class, in -> in.integer("reqId")),
    PLACE_ORDER(3, OrderRequest.PlaceOrder.class, OrderLayout::placeOrder),
    CANCEL_ORDER(4, OrderRequest.CancelOrder.class, RequestLayouts::cancelOrder),
    REQ_GLOBAL_CANCEL(58, OrderRequest.ReqGlobalCancel.class, RequestLayouts::globalCancel),
    EXERCISE_OPTIONS(21, OrderRequest.ExerciseOptions.class, RequestLayouts::exercise),
    REQ_OPEN_ORDERS(5, OrderQuery.ReqOpenOrders.class, MessageFields::skip),
    REQ_ALL_OPEN_ORDERS(16, OrderQuery.ReqAllOpenOrders.class, MessageFields::skip),
    REQ_AUTO_OPEN_ORDERS(15, OrderQuery.ReqAutoOpenOrders.class, in -> in.skip().flag("autoBind")),
    REQ_COMPLETED_ORDERS(99, OrderQuery.ReqCompletedOrders.class, in -> in.flag("apiOnly")),
    REQ_EXECUTIONS(7, OrderQuery.ReqExecutions.class, RequestLayouts::executions),
    REQ_HISTORICAL_DATA(20, HistoryRequest.ReqHistoricalData.class, RequestLayouts::historicalData),
    CANCEL_HISTORICAL_DATA(25, HistoryRequest.CancelHistoricalData.class, ClientMessage::id),
    REQ_HEAD_TIMESTAMP(87, HistoryRequest.ReqHeadTimestamp.class, RequestLayouts::headTimestamp),
    CANCEL_HEAD_TIMESTAMP(90, HistoryRequest.CancelHeadTimestamp.class, in -> in.integer("reqId")),
    REQ_HISTORICAL_TICKS(96, HistoryRequest.ReqHistoricalTicks.class, RequestLayouts::historicalTicks),
    REQ_NEWS_BULLETINS(12, NewsRequest.ReqNewsBulletins.class, in -> in.skip().flag("allMsgs")),
    CANCEL_NEWS_BULLETINS(13, NewsRequest.CancelNewsBulletins.class, MessageFields::skip),
    REQ_NEWS_PROVIDERS(85, NewsRequest.ReqNewsProviders.class, _ -> {}),
    REQ_SCANNER_SUBSCRIPTION(22, ScannerRequest.ReqScannerSubscription.class, RequestLayouts::scanner),
    CANCEL_SCANNER_SUBSCRIPTION(23, ScannerRequest.CancelScannerSubscription.class, ClientMessage::id),
    REQ_SCANNER_PARAMETERS(24, ScannerRequest.ReqScannerParameters.class, MessageFields::skip),
    REQ_FA(18, AccountRequest.RequestFA.class, in -> in.skip().integer("faDataType")),
    REPLACE_FA(
            19,
            AccountRequest.ReplaceFA.class,
            in -> in.skip().integer("faDataType").text("xml").integer("reqId")),
    REQ_FUNDAMENTAL_DATA(52, ContractRequest.ReqFundamentalData.class, RequestLayouts::fundamentals),
    CANCEL_FUNDAMENTAL_DATA(53, ContractRequest.CancelFundamentalData.class, ClientMessage::id),
    QUERY_DISPLAY_GROUPS(67, DisplayGroupRequest.QueryDisplayGroups.class, ClientMessage::id),
    SUBSCRIBE_TO_GROUP_EVENTS(
            68,
            DisplayGroupRequest.SubscribeToGroupEvents.class,
            in -> in.skip().integer("reqId").integer("groupId")),
    UPDATE_DISPLAY_GROUP(
            69,
            DisplayGroupRequest.UpdateDisplayGroup.class,
            in -> in.skip().integer("reqId").text("contractInfo")),
    UNSUBSCRIBE_FROM_GROUP_EVENTS(70, DisplayGroupRequest.UnsubscribeFromGroupEvents.class, ClientMessage::id),
    REQ_NEWS_ARTICLE(
            84,
            NewsRequest.ReqNewsArticle.class,
            in -> in.integer("reqId").text("providerCode").text("articleId").tagList("options")),
    REQ_HISTORICAL_NEWS(86, NewsRequest.ReqHistoricalNews.class, RequestLayouts::historicalNews),
    REQ_HISTOGRAM_DATA(88, HistoryRequest.ReqHistogramData.class, RequestLayouts::histogram),
    CANCEL_HISTOGRAM_DATA(89, HistoryRequest.CancelHistogramData.class, in -> in.integer("reqId")),
    REQ_WSH_META_DATA(100, NewsRequest.ReqWshMetaData.class, in -> in.integer("reqId")),
    CANCEL_WSH_META_DATA(101, NewsRequest.CancelWshMetaData.class, in -> in.integer("reqId")),
    REQ_WSH_EVENT_DATA(102, NewsRequest.ReqWshEventData.class, RequestLayouts::corporateEvents),
    CANCEL_WSH_EVENT_DATA(103, NewsRequest.CancelWshEventData.class, in -> in.integer("reqId"));

    private static final Map<Integer, ClientMessage> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(message -> message.id, Function.identity()));
    private static final Map<String, ClientMessage> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final int id;
    private final Class<? extends GatewayRequest> type;
    private final Consumer<MessageFields> layout;

    ClientMessage(int id, Class<? extends GatewayRequest> type, Consumer<MessageFields> layout) {
        this.id = id;
        this.type = type;
        this.layout = layout;
    }

    static Optional<ClientMessage> of(int id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    static Optional<ClientMessage> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    int id() {
        return id;
    }

    Class<? extends GatewayRequest> type() {
        return type;
    }

    /** Reads what follows the message id. */
    void read(MessageFields in) {
        layout.accept(in);
    }

    private static void id(MessageFields in) {
        in.skip().integer("reqId");
    }

    private static MessageFields accountAndModel(MessageFields in) {
        return in.integer("reqId").text("account").text("modelCode");
    }
}
