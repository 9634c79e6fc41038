package com.quanticity.ibkr.simulator.wire;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record of a message that was read along its layout. */
final class RequestRecords {

    private RequestRecords() {}

    static Request of(String name, Fields fields) {
        return switch (name) {
            case "START_API" -> new Request.StartApi(fields.integer("clientId"), fields.text("optionalCapabilities"));
            case "REQ_IDS" -> new Request.OrderIds();
            case "REQ_MANAGED_ACCTS" -> new Request.ManagedAccounts();
            case "REQ_CURRENT_TIME" -> new Request.CurrentTime();
            case "REQ_CURRENT_TIME_IN_MILLIS" -> new Request.CurrentTimeInMillis();
            case "SET_SERVER_LOGLEVEL" -> new Request.ServerLogLevel(fields.integer("logLevel"));
            case "VERIFY_REQUEST", "VERIFY_MESSAGE", "VERIFY_AND_AUTH_REQUEST", "VERIFY_AND_AUTH_MESSAGE" ->
                new Request.Verify(name);
            case "REQ_USER_INFO" -> new Request.UserInfo(reqId(fields));
            case "REQ_FAMILY_CODES" -> new Request.FamilyCodes();
            case "REQ_SOFT_DOLLAR_TIERS" -> new Request.SoftDollarTiers(reqId(fields));
            case "REQ_FA" -> new Request.AdvisorData(fields.integer("faDataType"));
            case "REPLACE_FA" ->
                new Request.ReplaceAdvisorData(fields.integer("faDataType"), fields.text("xml"), reqId(fields));
            case "QUERY_DISPLAY_GROUPS" -> new Request.QueryDisplayGroups(reqId(fields));
            case "SUBSCRIBE_TO_GROUP_EVENTS" -> new Request.SubscribeToGroup(reqId(fields), fields.integer("groupId"));
            case "UPDATE_DISPLAY_GROUP" -> new Request.UpdateDisplayGroup(reqId(fields), fields.text("contractInfo"));
            case "UNSUBSCRIBE_FROM_GROUP_EVENTS" -> new Request.UnsubscribeFromGroup(reqId(fields));
            default -> prices(name, fields);
        };
    }

    private static Request prices(String name, Fields fields) {
        return switch (name) {
            case "REQ_MKT_DATA" ->
                new Request.MarketData(
                        reqId(fields),
                        contract(fields),
                        fields.text("genericTickList"),
                        fields.flag("snapshot"),
                        fields.flag("regulatorySnapshot"),
                        deltaNeutral(fields));
            case "CANCEL_MKT_DATA" -> new Request.CancelMarketData(reqId(fields));
            case "REQ_MARKET_DATA_TYPE" -> new Request.MarketDataType(fields.integer("marketDataType"));
            case "REQ_TICK_BY_TICK_DATA" ->
                new Request.TickByTick(
                        reqId(fields),
                        contract(fields),
                        fields.text("tickType"),
                        fields.integer("numberOfTicks"),
                        fields.flag("ignoreSize"));
            case "CANCEL_TICK_BY_TICK_DATA" -> new Request.CancelTickByTick(reqId(fields));
            case "REQ_REAL_TIME_BARS" ->
                new Request.RealTimeBars(
                        reqId(fields),
                        contract(fields),
                        fields.integer("barSize"),
                        fields.text("whatToShow"),
                        fields.flag("useRTH"),
                        fields.text("realTimeBarsOptions"));
            case "CANCEL_REAL_TIME_BARS" -> new Request.CancelRealTimeBars(reqId(fields));
            case "REQ_MKT_DEPTH" ->
                new Request.MarketDepth(
                        reqId(fields), contract(fields), fields.integer("numRows"), fields.flag("isSmartDepth"));
            case "CANCEL_MKT_DEPTH" -> new Request.CancelMarketDepth(reqId(fields), fields.flag("isSmartDepth"));
            case "REQ_CALC_IMPLIED_VOLAT" ->
                new Request.ImpliedVolatility(
                        reqId(fields), contract(fields), fields.decimal("optionPrice"), fields.decimal("underPrice"));
            case "CANCEL_CALC_IMPLIED_VOLAT" -> new Request.CancelImpliedVolatility(reqId(fields));
            case "REQ_CALC_OPTION_PRICE" ->
                new Request.OptionPrice(
                        reqId(fields), contract(fields), fields.decimal("volatility"), fields.decimal("underPrice"));
            case "CANCEL_CALC_OPTION_PRICE" -> new Request.CancelOptionPrice(reqId(fields));
            default -> history(name, fields);
        };
    }

    private static Request history(String name, Fields fields) {
        return switch (name) {
            case "REQ_HISTORICAL_DATA" ->
                new Request.HistoricalBars(
                        reqId(fields),
                        contract(fields),
                        fields.text("endDateTime"),
                        fields.text("barSizeSetting"),
                        fields.text("durationStr"),
                        fields.flag("useRTH"),
                        fields.text("whatToShow"),
                        fields.integer("formatDate"),
                        fields.flag("keepUpToDate"),
                        fields.text("chartOptions"));
            case "CANCEL_HISTORICAL_DATA" -> new Request.CancelHistoricalBars(reqId(fields));
            case "REQ_HEAD_TIMESTAMP" ->
                new Request.HeadTimestamp(
                        reqId(fields),
                        contract(fields),
                        fields.flag("useRTH"),
                        fields.text("whatToShow"),
                        fields.integer("formatDate"));
            case "CANCEL_HEAD_TIMESTAMP" -> new Request.CancelHeadTimestamp(reqId(fields));
            case "REQ_HISTORICAL_TICKS" ->
                new Request.HistoricalTicks(
                        reqId(fields),
                        contract(fields),
                        fields.text("startDateTime"),
                        fields.text("endDateTime"),
                        fields.integer("numberOfTicks"),
                        fields.text("whatToShow"),
                        fields.flag("useRth"),
                        fields.flag("ignoreSize"));
            case "REQ_HISTOGRAM_DATA" ->
                new Request.Histogram(
                        reqId(fields), contract(fields), fields.flag("useRTH"), fields.text("timePeriod"));
            case "CANCEL_HISTOGRAM_DATA" -> new Request.CancelHistogram(reqId(fields));
            default -> reference(name, fields);
        };
    }

    private static Request reference(String name, Fields fields) {
        return switch (name) {
            case "REQ_CONTRACT_DATA" -> new Request.ContractData(reqId(fields), contract(fields));
            case "REQ_MATCHING_SYMBOLS" -> new Request.MatchingSymbols(reqId(fields), fields.text("pattern"));
            case "REQ_SEC_DEF_OPT_PARAMS" ->
                new Request.OptionParameters(
                        reqId(fields),
                        fields.text("underlyingSymbol"),
                        fields.text("futFopExchange"),
                        fields.text("underlyingSecType"),
                        fields.integer("underlyingConId"));
            case "REQ_MARKET_RULE" -> new Request.MarketRule(fields.integer("marketRuleId"));
            case "REQ_SMART_COMPONENTS" -> new Request.SmartComponents(reqId(fields), fields.text("bboExchange"));
            case "REQ_MKT_DEPTH_EXCHANGES" -> new Request.DepthExchanges();
            case "REQ_FUNDAMENTAL_DATA" ->
                new Request.FundamentalData(reqId(fields), contract(fields), fields.text("reportType"));
            case "CANCEL_FUNDAMENTAL_DATA" -> new Request.CancelFundamentalData(reqId(fields));
            case "REQ_SCANNER_PARAMETERS" -> new Request.ScannerParameters();
            case "REQ_SCANNER_SUBSCRIPTION" -> new Request.ScannerSubscription(reqId(fields), fields);
            case "CANCEL_SCANNER_SUBSCRIPTION" -> new Request.CancelScannerSubscription(reqId(fields));
            default -> texts(name, fields);
        };
    }

    private static Request texts(String name, Fields fields) {
        return switch (name) {
            case "REQ_NEWS_BULLETINS" -> new Request.NewsBulletins(fields.flag("allMsgs"));
            case "CANCEL_NEWS_BULLETINS" -> new Request.CancelNewsBulletins();
            case "REQ_NEWS_PROVIDERS" -> new Request.NewsProviders();
            case "REQ_NEWS_ARTICLE" ->
                new Request.NewsArticle(reqId(fields), fields.text("providerCode"), fields.text("articleId"));
            case "REQ_HISTORICAL_NEWS" ->
                new Request.HistoricalNews(
                        reqId(fields),
                        fields.integer("conId"),
                        fields.text("providerCodes"),
                        fields.text("startDateTime"),
                        fields.text("endDateTime"),
                        fields.integer("totalResults"));
            case "REQ_WSH_META_DATA" -> new Request.CalendarMetaData(reqId(fields));
            case "CANCEL_WSH_META_DATA" -> new Request.CancelCalendarMetaData(reqId(fields));
            case "REQ_WSH_EVENT_DATA" ->
                new Request.CalendarEvents(
                        reqId(fields),
                        wholeOrZero(fields, "conId"),
                        fields.text("filter"),
                        fields.flag("fillWatchlist"),
                        fields.flag("fillPortfolio"),
                        fields.flag("fillCompetitors"),
                        fields.text("startDate"),
                        fields.text("endDate"),
                        wholeOrZero(fields, "totalLimit"));
            case "CANCEL_WSH_EVENT_DATA" -> new Request.CancelCalendarEvents(reqId(fields));
            default -> account(name, fields);
        };
    }

    private static Request account(String name, Fields fields) {
        return switch (name) {
            case "REQ_ACCOUNT_SUMMARY" ->
                new Request.AccountSummary(reqId(fields), fields.text("group"), list(fields.text("tags")));
            case "CANCEL_ACCOUNT_SUMMARY" -> new Request.CancelAccountSummary(reqId(fields));
            case "REQ_ACCOUNT_DATA" -> new Request.AccountUpdates(fields.flag("subscribe"), fields.text("acctCode"));
            case "REQ_ACCOUNT_UPDATES_MULTI" ->
                new Request.AccountUpdatesMulti(
                        reqId(fields), fields.text("account"), fields.text("modelCode"), fields.flag("ledgerAndNLV"));
            case "CANCEL_ACCOUNT_UPDATES_MULTI" -> new Request.CancelAccountUpdatesMulti(reqId(fields));
            case "REQ_POSITIONS" -> new Request.Positions();
            case "CANCEL_POSITIONS" -> new Request.CancelPositions();
            case "REQ_POSITIONS_MULTI" ->
                new Request.PositionsMulti(reqId(fields), fields.text("account"), fields.text("modelCode"));
            case "CANCEL_POSITIONS_MULTI" -> new Request.CancelPositionsMulti(reqId(fields));
            case "REQ_PNL" ->
                new Request.ProfitAndLoss(reqId(fields), fields.text("account"), fields.text("modelCode"));
            case "CANCEL_PNL" -> new Request.CancelProfitAndLoss(reqId(fields));
            case "REQ_PNL_SINGLE" ->
                new Request.ProfitAndLossSingle(
                        reqId(fields), fields.text("account"), fields.text("modelCode"), fields.integer("conId"));
            case "CANCEL_PNL_SINGLE" -> new Request.CancelProfitAndLossSingle(reqId(fields));
            case "EXERCISE_OPTIONS" ->
                new Request.ExerciseOptions(
                        reqId(fields),
                        contract(fields),
                        fields.integer("exerciseAction"),
                        fields.integer("exerciseQuantity"),
                        fields.text("account"),
                        fields.flag("override"));
            default -> order(name, fields);
        };
    }

    private static Request order(String name, Fields fields) {
        return switch (name) {
            case "PLACE_ORDER" -> new Request.PlaceOrder(fields.integer("orderId"), contract(fields), fields);
            case "CANCEL_ORDER" ->
                new Request.CancelOrder(fields.integer("orderId"), fields.text("manualOrderCancelTime"));
            case "REQ_GLOBAL_CANCEL" -> new Request.GlobalCancel();
            case "REQ_OPEN_ORDERS" -> new Request.OpenOrders();
            case "REQ_ALL_OPEN_ORDERS" -> new Request.AllOpenOrders();
            case "REQ_AUTO_OPEN_ORDERS" -> new Request.AutoOpenOrders(fields.flag("autoBind"));
            case "REQ_COMPLETED_ORDERS" -> new Request.CompletedOrders(fields.flag("apiOnly"));
            case "REQ_EXECUTIONS" -> executions(fields);
            default -> throw new IllegalStateException("the layout of " + name + " has no request record");
        };
    }

    private static Request executions(Fields fields) {
        @Nullable BigDecimal lastDays = fields.decimal("filter.lastNDays");
        return new Request.Executions(
                reqId(fields),
                fields.integer("filter.clientId"),
                fields.text("filter.acctCode"),
                fields.text("filter.time"),
                fields.text("filter.symbol"),
                fields.text("filter.secType"),
                fields.text("filter.exchange"),
                fields.text("filter.side"),
                lastDays == null ? null : lastDays.intValue(),
                fields.group("specificDates").stream()
                        .map(date -> date.text("date"))
                        .toList());
    }

    private static ContractQuery contract(Fields fields) {
        @Nullable BigDecimal strike = fields.decimal("contract.strike");
        return new ContractQuery(
                fields.integer("contract.conId"),
                fields.text("contract.symbol"),
                fields.text("contract.secType"),
                fields.text("contract.lastTradeDateOrContractMonth"),
                strike == null || strike.signum() == 0 ? null : strike,
                fields.text("contract.right"),
                fields.text("contract.multiplier"),
                fields.text("contract.exchange"),
                fields.text("contract.primaryExchange"),
                fields.text("contract.currency"),
                fields.text("contract.localSymbol"),
                fields.text("contract.tradingClass"),
                fields.flag("contract.includeExpired"),
                fields.text("contract.secIdType"),
                fields.text("contract.secId"),
                fields.text("contract.issuerId"),
                fields.group("legs").stream().map(RequestRecords::leg).toList());
    }

    private static ContractQuery.Leg leg(Fields fields) {
        return new ContractQuery.Leg(
                fields.integer("conId"), fields.integer("ratio"), fields.text("action"), fields.text("exchange"));
    }

    private static int reqId(Fields fields) {
        return fields.integer("reqId");
    }

    private static int wholeOrZero(Fields fields, String name) {
        @Nullable BigDecimal value = fields.decimal(name);
        return value == null ? 0 : value.intValue();
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Request.@Nullable DeltaNeutral deltaNeutral(Fields fields) {
        return fields.flag("deltaNeutralContract")
                ? new Request.DeltaNeutral(
                        fields.integer("deltaNeutralContract.conId"),
                        fields.decimal("deltaNeutralContract.delta"),
                        fields.decimal("deltaNeutralContract.price"))
                : null;
    }
}
