package com.quanticity.ibkr.simulator.wire;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, one record a message, in one sealed group for each desk that serves them.
 *
 * <p>Whole numbers that were not given are 0, texts are empty, decimals are null. Texts with a language of their own
 * (times, durations, tick lists) are as the client wrote them: the desk that understands them refuses the others.
 */
public sealed interface Request {

    /** The id that answers and errors about this request carry; -1 when it has none. */
    default int requestId() {
        return -1;
    }

    /** What the session answers by itself. */
    sealed interface SessionRequest extends Request {}

    record StartApi(int clientId, String capabilities) implements SessionRequest {}

    record OrderIds() implements SessionRequest {}

    record ManagedAccounts() implements SessionRequest {}

    record CurrentTime() implements SessionRequest {}

    record CurrentTimeInMillis() implements SessionRequest {}

    record ServerLogLevel(int level) implements SessionRequest {}

    /** One of the four messages of the withdrawn verification; {@code message} is its name. */
    record Verify(String message) implements SessionRequest {}

    /** Streams of prices. */
    sealed interface MarketDataRequest extends Request {}

    /** @param deltaNeutral contract that a combination is made neutral with, null for none */
    record MarketData(
            int requestId,
            ContractQuery contract,
            String genericTicks,
            boolean snapshot,
            boolean regulatory,
            @Nullable DeltaNeutral deltaNeutral)
            implements MarketDataRequest {}

    /**
     * Stock that hedges a combination.
     *
     * @param delta null or zero to be told, as {@code price}
     */
    record DeltaNeutral(
            int conId, @Nullable BigDecimal delta, @Nullable BigDecimal price) {}

    record CancelMarketData(int requestId) implements MarketDataRequest {}

    record MarketDataType(int type) implements MarketDataRequest {}

    record TickByTick(int requestId, ContractQuery contract, String tickType, int numberOfTicks, boolean ignoreSize)
            implements MarketDataRequest {}

    record CancelTickByTick(int requestId) implements MarketDataRequest {}

    record RealTimeBars(
            int requestId, ContractQuery contract, int barSize, String whatToShow, boolean regularHours, String options)
            implements MarketDataRequest {}

    record CancelRealTimeBars(int requestId) implements MarketDataRequest {}

    /** Order books. */
    sealed interface DepthRequest extends Request {}

    record MarketDepth(int requestId, ContractQuery contract, int rows, boolean smart) implements DepthRequest {}

    record CancelMarketDepth(int requestId, boolean smart) implements DepthRequest {}

    /** What was. */
    sealed interface HistoryRequest extends Request {}

    record HistoricalBars(
            int requestId,
            ContractQuery contract,
            String endTime,
            String barSize,
            String duration,
            boolean regularHours,
            String whatToShow,
            int formatDate,
            boolean keepUpToDate,
            String options)
            implements HistoryRequest {}

    record CancelHistoricalBars(int requestId) implements HistoryRequest {}

    record HeadTimestamp(int requestId, ContractQuery contract, boolean regularHours, String whatToShow, int formatDate)
            implements HistoryRequest {}

    record CancelHeadTimestamp(int requestId) implements HistoryRequest {}

    record HistoricalTicks(
            int requestId,
            ContractQuery contract,
            String startTime,
            String endTime,
            int numberOfTicks,
            String whatToShow,
            boolean regularHours,
            boolean ignoreSize)
            implements HistoryRequest {}

    record Histogram(int requestId, ContractQuery contract, boolean regularHours, String period)
            implements HistoryRequest {}

    record CancelHistogram(int requestId) implements HistoryRequest {}

    /** Option prices and volatilities computed on demand. */
    sealed interface OptionRequest extends Request {}

    record ImpliedVolatility(
            int requestId,
            ContractQuery contract,
            @Nullable BigDecimal optionPrice,
            @Nullable BigDecimal underlyingPrice)
            implements OptionRequest {}

    record CancelImpliedVolatility(int requestId) implements OptionRequest {}

    record OptionPrice(
            int requestId,
            ContractQuery contract,
            @Nullable BigDecimal volatility,
            @Nullable BigDecimal underlyingPrice)
            implements OptionRequest {}

    record CancelOptionPrice(int requestId) implements OptionRequest {}

    /** What can be traded, where, and in which steps. */
    sealed interface ReferenceRequest extends Request {}

    record ContractData(int requestId, ContractQuery contract) implements ReferenceRequest {}

    record MatchingSymbols(int requestId, String pattern) implements ReferenceRequest {}

    record OptionParameters(int requestId, String symbol, String futureExchange, String secType, int conId)
            implements ReferenceRequest {}

    record MarketRule(int ruleId) implements ReferenceRequest {}

    record SmartComponents(int requestId, String bboExchange) implements ReferenceRequest {}

    record DepthExchanges() implements ReferenceRequest {}

    record FundamentalData(int requestId, ContractQuery contract, String reportType) implements ReferenceRequest {}

    record CancelFundamentalData(int requestId) implements ReferenceRequest {}

    /** The login: who the user is and what an advisor has set up. */
    sealed interface LoginRequest extends Request {}

    record UserInfo(int requestId) implements LoginRequest {}

    record FamilyCodes() implements LoginRequest {}

    record SoftDollarTiers(int requestId) implements LoginRequest {}

    record AdvisorData(int type) implements LoginRequest {}

    record ReplaceAdvisorData(int type, String xml, int requestId) implements LoginRequest {}

    /** Bulletins, providers, headlines and articles. */
    sealed interface NewsRequest extends Request {}

    record NewsBulletins(boolean all) implements NewsRequest {}

    record CancelNewsBulletins() implements NewsRequest {}

    record NewsProviders() implements NewsRequest {}

    record NewsArticle(int requestId, String provider, String articleId) implements NewsRequest {}

    /** {@code providers} are separated by {@code +}. */
    record HistoricalNews(
            int requestId, int conId, String providers, String startTime, String endTime, int totalResults)
            implements NewsRequest {}

    /** The corporate calendar. */
    sealed interface CalendarRequest extends Request {}

    record CalendarMetaData(int requestId) implements CalendarRequest {}

    record CancelCalendarMetaData(int requestId) implements CalendarRequest {}

    record CalendarEvents(
            int requestId,
            int conId,
            String filter,
            boolean fillWatchlist,
            boolean fillPortfolio,
            boolean fillCompetitors,
            String startDate,
            String endDate,
            int totalLimit)
            implements CalendarRequest {}

    record CancelCalendarEvents(int requestId) implements CalendarRequest {}

    /** Lists of contracts by rank. */
    sealed interface ScannerRequest extends Request {}

    record ScannerParameters() implements ScannerRequest {}

    /** A ranked list; {@code fields} holds every filter under its layout name. */
    record ScannerSubscription(int requestId, Fields fields) implements ScannerRequest {}

    record CancelScannerSubscription(int requestId) implements ScannerRequest {}

    /** Windows that show the same contract. */
    sealed interface DisplayGroupRequest extends Request {}

    record QueryDisplayGroups(int requestId) implements DisplayGroupRequest {}

    record SubscribeToGroup(int requestId, int groupId) implements DisplayGroupRequest {}

    record UpdateDisplayGroup(int requestId, String contractInfo) implements DisplayGroupRequest {}

    record UnsubscribeFromGroup(int requestId) implements DisplayGroupRequest {}

    /** Money, positions and profit. */
    sealed interface AccountRequest extends Request {}

    record AccountSummary(int requestId, String group, List<String> tags) implements AccountRequest {}

    record CancelAccountSummary(int requestId) implements AccountRequest {}

    record AccountUpdates(boolean subscribe, String account) implements AccountRequest {}

    record AccountUpdatesMulti(int requestId, String account, String model, boolean ledgerOnly)
            implements AccountRequest {}

    record CancelAccountUpdatesMulti(int requestId) implements AccountRequest {}

    record Positions() implements AccountRequest {}

    record CancelPositions() implements AccountRequest {}

    record PositionsMulti(int requestId, String account, String model) implements AccountRequest {}

    record CancelPositionsMulti(int requestId) implements AccountRequest {}

    record ProfitAndLoss(int requestId, String account, String model) implements AccountRequest {}

    record CancelProfitAndLoss(int requestId) implements AccountRequest {}

    record ProfitAndLossSingle(int requestId, String account, String model, int conId) implements AccountRequest {}

    record CancelProfitAndLossSingle(int requestId) implements AccountRequest {}

    /** Exercise (action 1) or lapse (action 2) of options held. */
    record ExerciseOptions(
            int requestId, ContractQuery contract, int action, int quantity, String account, boolean override)
            implements AccountRequest {}

    /** Orders, cancels and lists of both. */
    sealed interface OrderRequest extends Request {}

    /** A new order or a change of a working one; {@code fields} holds every attribute under its layout name. */
    record PlaceOrder(int orderId, ContractQuery contract, Fields fields) implements OrderRequest {
        @Override
        public int requestId() {
            return orderId;
        }
    }

    record CancelOrder(int orderId, String manualCancelTime) implements OrderRequest {
        @Override
        public int requestId() {
            return orderId;
        }
    }

    record GlobalCancel() implements OrderRequest {}

    record OpenOrders() implements OrderRequest {}

    record AllOpenOrders() implements OrderRequest {}

    record AutoOpenOrders(boolean bind) implements OrderRequest {}

    record CompletedOrders(boolean apiOnly) implements OrderRequest {}

    /**
     * The executions that pass the filter; an empty text or a 0 filters nothing.
     *
     * @param time executions from then on, in one of the wire's two spellings
     * @param lastDays null when not given
     * @param dates {@code YYYYMMDD}
     */
    record Executions(
            int requestId,
            int clientId,
            String account,
            String time,
            String symbol,
            String secType,
            String exchange,
            String side,
            @Nullable Integer lastDays,
            List<String> dates)
            implements OrderRequest {}
}
