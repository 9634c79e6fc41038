package com.quanticity.ibkr.gateway.tws;

import com.ib.client.Contract;
import com.ib.client.EClientSocket;
import com.ib.client.ExecutionFilter;
import com.ib.client.OrderCancel;
import com.ib.client.WshEventData;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
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
import com.quanticity.ibkr.gateway.tws.bag.ContractBags;
import com.quanticity.ibkr.gateway.tws.bag.OrderBags;
import com.quanticity.ibkr.gateway.tws.bag.ScannerBags;
import com.quanticity.ibkr.gateway.tws.bag.Values;
import java.util.Optional;

/** Each request as the official client's call. */
final class Calls {

    private static final int VERSION_WITH_DAYS = 200;

    private final EClientSocket client;

    Calls(EClientSocket client) {
        this.client = client;
    }

    /** Why no release from 10.33 on can carry a request in full; empty when it can. */
    static Optional<SendOutcome.Refused> beyondTheClient(GatewayRequest request, int serverVersion) {
        if (request instanceof OrderQuery.ReqExecutions(int _, var filter)
                && (filter.lastNDays() != null || !filter.specificDates().isEmpty())) {
            return Optional.of(
                    serverVersion < VERSION_WITH_DAYS
                            ? new SendOutcome.Refused(
                                    LocalRefusal.SERVER_TOO_OLD,
                                    "lastNDays and specificDates need version 200, the gateway speaks " + serverVersion
                                            + "; leave them out or update the gateway")
                            : new SendOutcome.Refused(
                                    LocalRefusal.NOT_IN_BINDING,
                                    "the official client's common calls have no lastNDays and specificDates;"
                                            + " leave them out or use the native binding"));
        }
        if (request instanceof NewsRequest.ReqWshEventData events
                && events.conId() != null
                && !events.filter().isEmpty()) {
            return Optional.of(new SendOutcome.Refused(
                    LocalRefusal.NOT_IN_BINDING,
                    "the official client asks for corporate events by contract or by filter, not by both;"
                            + " leave one out or use the native binding"));
        }
        return Optional.empty();
    }

    void call(GatewayRequest request) {
        switch (request) {
            case SessionRequest session -> call(session);
            case MarketDataRequest marketData -> call(marketData);
            case DepthRequest depth -> call(depth);
            case ContractRequest contract -> call(contract);
            case AccountRequest account -> call(account);
            case OrderRequest order -> call(order);
            case OrderQuery query -> call(query);
            case HistoryRequest history -> call(history);
            case NewsRequest news -> call(news);
            case ScannerRequest scanner -> call(scanner);
            case DisplayGroupRequest group -> call(group);
        }
    }

    private void call(SessionRequest request) {
        switch (request) {
            case SessionRequest.ReqIds(int numIds) -> client.reqIds(numIds);
            case SessionRequest.ReqCurrentTime() -> client.reqCurrentTime();
            case SessionRequest.ReqCurrentTimeInMillis() -> client.reqCurrentTimeInMillis();
            case SessionRequest.SetServerLogLevel(var level) -> client.setServerLogLevel(level.wireCode());
            case SessionRequest.ReqManagedAccts() -> client.reqManagedAccts();
            case SessionRequest.ReqUserInfo(int reqId) -> client.reqUserInfo(reqId);
            case SessionRequest.ReqFamilyCodes() -> client.reqFamilyCodes();
            case SessionRequest.ReqSoftDollarTiers(int reqId) -> client.reqSoftDollarTiers(reqId);
        }
    }

    private void call(MarketDataRequest request) {
        switch (request) {
            case MarketDataRequest.ReqMktData r ->
                client.reqMktData(
                        r.reqId(),
                        bag(r.contract()),
                        r.genericTickList(),
                        r.snapshot(),
                        r.regulatorySnapshot(),
                        Values.tags(r.mktDataOptions()));
            case MarketDataRequest.CancelMktData(int reqId) -> client.cancelMktData(reqId);
            case MarketDataRequest.ReqMarketDataType(var type) -> client.reqMarketDataType(type.wireCode());
            case MarketDataRequest.ReqTickByTickData r ->
                client.reqTickByTickData(
                        r.reqId(), bag(r.contract()), r.tickType().code(), r.numberOfTicks(), r.ignoreSize());
            case MarketDataRequest.CancelTickByTickData(int reqId) -> client.cancelTickByTickData(reqId);
            case MarketDataRequest.ReqRealTimeBars r ->
                client.reqRealTimeBars(
                        r.reqId(),
                        bag(r.contract()),
                        r.barSize(),
                        r.whatToShow().code(),
                        r.useRTH(),
                        Values.tags(r.realTimeBarsOptions()));
            case MarketDataRequest.CancelRealTimeBars(int reqId) -> client.cancelRealTimeBars(reqId);
            case MarketDataRequest.ReqSmartComponents(int reqId, String bboExchange) ->
                client.reqSmartComponents(reqId, bboExchange);
            case MarketDataRequest.CalculateImpliedVolatility r ->
                client.calculateImpliedVolatility(
                        r.reqId(),
                        bag(r.contract()),
                        Values.number(r.optionPrice()),
                        Values.number(r.underPrice()),
                        Values.tags(r.impliedVolatilityOptions()));
            case MarketDataRequest.CancelCalculateImpliedVolatility(int reqId) ->
                client.cancelCalculateImpliedVolatility(reqId);
            case MarketDataRequest.CalculateOptionPrice r ->
                client.calculateOptionPrice(
                        r.reqId(),
                        bag(r.contract()),
                        Values.number(r.volatility()),
                        Values.number(r.underPrice()),
                        Values.tags(r.optionPriceOptions()));
            case MarketDataRequest.CancelCalculateOptionPrice(int reqId) -> client.cancelCalculateOptionPrice(reqId);
        }
    }

    private void call(DepthRequest request) {
        switch (request) {
            case DepthRequest.ReqMktDepthExchanges() -> client.reqMktDepthExchanges();
            case DepthRequest.ReqMktDepth r ->
                client.reqMktDepth(
                        r.reqId(), bag(r.contract()), r.numRows(), r.isSmartDepth(), Values.tags(r.mktDepthOptions()));
            case DepthRequest.CancelMktDepth(int reqId, boolean isSmartDepth) ->
                client.cancelMktDepth(reqId, isSmartDepth);
        }
    }

    private void call(ContractRequest request) {
        switch (request) {
            case ContractRequest.ReqContractDetails(int reqId, var contract) ->
                client.reqContractDetails(reqId, bag(contract));
            case ContractRequest.ReqMatchingSymbols(int reqId, String pattern) ->
                client.reqMatchingSymbols(reqId, pattern);
            case ContractRequest.ReqSecDefOptParams r ->
                client.reqSecDefOptParams(
                        r.reqId(),
                        r.underlyingSymbol(),
                        r.futFopExchange(),
                        r.underlyingSecType(),
                        r.underlyingConId());
            case ContractRequest.ReqMarketRule(int marketRuleId) -> client.reqMarketRule(marketRuleId);
            case ContractRequest.ReqFundamentalData(int reqId, var contract, String reportType, var options) ->
                client.reqFundamentalData(reqId, bag(contract), reportType, Values.tags(options));
            case ContractRequest.CancelFundamentalData(int reqId) -> client.cancelFundamentalData(reqId);
        }
    }

    private void call(AccountRequest request) {
        switch (request) {
            case AccountRequest.ReqAccountSummary(int reqId, String group, String tags) ->
                client.reqAccountSummary(reqId, group, tags);
            case AccountRequest.CancelAccountSummary(int reqId) -> client.cancelAccountSummary(reqId);
            case AccountRequest.ReqAccountUpdates(boolean subscribe, String account) ->
                client.reqAccountUpdates(subscribe, account);
            case AccountRequest.ReqAccountUpdatesMulti r ->
                client.reqAccountUpdatesMulti(r.reqId(), r.account(), r.modelCode(), r.ledgerAndNLV());
            case AccountRequest.CancelAccountUpdatesMulti(int reqId) -> client.cancelAccountUpdatesMulti(reqId);
            case AccountRequest.ReqPositions() -> client.reqPositions();
            case AccountRequest.CancelPositions() -> client.cancelPositions();
            case AccountRequest.ReqPositionsMulti(int reqId, String account, String modelCode) ->
                client.reqPositionsMulti(reqId, account, modelCode);
            case AccountRequest.CancelPositionsMulti(int reqId) -> client.cancelPositionsMulti(reqId);
            case AccountRequest.ReqPnL(int reqId, String account, String modelCode) ->
                client.reqPnL(reqId, account, modelCode);
            case AccountRequest.CancelPnL(int reqId) -> client.cancelPnL(reqId);
            case AccountRequest.ReqPnLSingle(int reqId, String account, String modelCode, int conId) ->
                client.reqPnLSingle(reqId, account, modelCode, conId);
            case AccountRequest.CancelPnLSingle(int reqId) -> client.cancelPnLSingle(reqId);
            case AccountRequest.RequestFA(int faDataType) -> client.requestFA(faDataType);
            case AccountRequest.ReplaceFA(int reqId, int faDataType, String xml) ->
                client.replaceFA(reqId, faDataType, xml);
        }
    }

    private void call(OrderRequest request) {
        switch (request) {
            case OrderRequest.PlaceOrder(int orderId, var contract, var order) ->
                client.placeOrder(orderId, bag(contract), OrderBags.BAGS.bag(order));
            case OrderRequest.CancelOrder(int orderId, var cancel) -> client.cancelOrder(orderId, bag(cancel));
            case OrderRequest.ReqGlobalCancel(var cancel) -> client.reqGlobalCancel(bag(cancel));
            case OrderRequest.ExerciseOptions r ->
                client.exerciseOptions(
                        r.reqId(),
                        bag(r.contract()),
                        r.exerciseAction().wireCode(),
                        r.exerciseQuantity(),
                        r.account(),
                        r.override() ? 1 : 0,
                        r.manualOrderTime(),
                        r.customerAccount(),
                        r.professionalCustomer());
        }
    }

    private void call(OrderQuery request) {
        switch (request) {
            case OrderQuery.ReqOpenOrders() -> client.reqOpenOrders();
            case OrderQuery.ReqAllOpenOrders() -> client.reqAllOpenOrders();
            case OrderQuery.ReqAutoOpenOrders(boolean autoBind) -> client.reqAutoOpenOrders(autoBind);
            case OrderQuery.ReqCompletedOrders(boolean apiOnly) -> client.reqCompletedOrders(apiOnly);
            case OrderQuery.ReqExecutions(int reqId, var filter) -> {
                ExecutionFilter bag = new ExecutionFilter();
                OrderBags.BAGS.fill(filter, bag);
                client.reqExecutions(reqId, bag);
            }
        }
    }

    private void call(HistoryRequest request) {
        switch (request) {
            case HistoryRequest.ReqHistoricalData r ->
                client.reqHistoricalData(
                        r.reqId(),
                        bag(r.contract()),
                        r.endDateTime(),
                        r.durationStr(),
                        r.barSizeSetting().code(),
                        r.whatToShow().code(),
                        r.useRTH() ? 1 : 0,
                        r.formatDate(),
                        r.keepUpToDate(),
                        Values.tags(r.chartOptions()));
            case HistoryRequest.CancelHistoricalData(int reqId) -> client.cancelHistoricalData(reqId);
            case HistoryRequest.ReqHeadTimestamp r ->
                client.reqHeadTimestamp(
                        r.reqId(), bag(r.contract()), r.whatToShow().code(), r.useRTH() ? 1 : 0, r.formatDate());
            case HistoryRequest.CancelHeadTimestamp(int reqId) -> client.cancelHeadTimestamp(reqId);
            case HistoryRequest.ReqHistoricalTicks r ->
                client.reqHistoricalTicks(
                        r.reqId(),
                        bag(r.contract()),
                        r.startDateTime(),
                        r.endDateTime(),
                        r.numberOfTicks(),
                        r.whatToShow().code(),
                        r.useRth() ? 1 : 0,
                        r.ignoreSize(),
                        Values.tags(r.miscOptions()));
            case HistoryRequest.ReqHistogramData(int reqId, var contract, boolean useRth, String timePeriod) ->
                client.reqHistogramData(reqId, bag(contract), useRth, timePeriod);
            case HistoryRequest.CancelHistogramData(int reqId) -> client.cancelHistogramData(reqId);
        }
    }

    private void call(NewsRequest request) {
        switch (request) {
            case NewsRequest.ReqNewsBulletins(boolean allMsgs) -> client.reqNewsBulletins(allMsgs);
            case NewsRequest.CancelNewsBulletins() -> client.cancelNewsBulletins();
            case NewsRequest.ReqNewsProviders() -> client.reqNewsProviders();
            case NewsRequest.ReqNewsArticle(int reqId, String provider, String article, var options) ->
                client.reqNewsArticle(reqId, provider, article, Values.tags(options));
            case NewsRequest.ReqHistoricalNews r ->
                client.reqHistoricalNews(
                        r.reqId(),
                        r.conId(),
                        r.providerCodes(),
                        r.startDateTime(),
                        r.endDateTime(),
                        r.totalResults(),
                        Values.tags(r.options()));
            case NewsRequest.ReqWshMetaData(int reqId) -> client.reqWshMetaData(reqId);
            case NewsRequest.CancelWshMetaData(int reqId) -> client.cancelWshMetaData(reqId);
            case NewsRequest.ReqWshEventData r -> client.reqWshEventData(r.reqId(), bag(r));
            case NewsRequest.CancelWshEventData(int reqId) -> client.cancelWshEventData(reqId);
        }
    }

    private void call(ScannerRequest request) {
        switch (request) {
            case ScannerRequest.ReqScannerParameters() -> client.reqScannerParameters();
            case ScannerRequest.ReqScannerSubscription r ->
                client.reqScannerSubscription(
                        r.reqId(),
                        ScannerBags.BAGS.bag(r.subscription()),
                        Values.tags(r.subscriptionOptions()),
                        Values.tags(r.filterOptions()));
            case ScannerRequest.CancelScannerSubscription(int reqId) -> client.cancelScannerSubscription(reqId);
        }
    }

    private void call(DisplayGroupRequest request) {
        switch (request) {
            case DisplayGroupRequest.QueryDisplayGroups(int reqId) -> client.queryDisplayGroups(reqId);
            case DisplayGroupRequest.SubscribeToGroupEvents(int reqId, int groupId) ->
                client.subscribeToGroupEvents(reqId, groupId);
            case DisplayGroupRequest.UpdateDisplayGroup(int reqId, String contractInfo) ->
                client.updateDisplayGroup(reqId, contractInfo);
            case DisplayGroupRequest.UnsubscribeFromGroupEvents(int reqId) -> client.unsubscribeFromGroupEvents(reqId);
        }
    }

    /** The client asks by contract or by filter, never by both. */
    private static WshEventData bag(NewsRequest.ReqWshEventData r) {
        Integer conId = r.conId();
        int totalLimit = r.totalLimit() == null ? Integer.MAX_VALUE : r.totalLimit();
        return conId == null
                ? new WshEventData(
                        r.filter(),
                        r.fillWatchlist(),
                        r.fillPortfolio(),
                        r.fillCompetitors(),
                        r.startDate(),
                        r.endDate(),
                        totalLimit)
                : new WshEventData(
                        conId,
                        r.fillWatchlist(),
                        r.fillPortfolio(),
                        r.fillCompetitors(),
                        r.startDate(),
                        r.endDate(),
                        totalLimit);
    }

    private static Contract bag(GatewayContract contract) {
        return ContractBags.BAGS.bag(contract);
    }

    private static OrderCancel bag(com.quanticity.ibkr.gateway.order.OrderCancel cancel) {
        OrderCancel bag = new OrderCancel();
        OrderBags.BAGS.fill(cancel, bag);
        return bag;
    }
}
