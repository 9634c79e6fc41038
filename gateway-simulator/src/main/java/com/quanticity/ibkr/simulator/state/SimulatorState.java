package com.quanticity.ibkr.simulator.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A simulator at one moment.
 *
 * @param port the wire port
 * @param serverVersion the highest version it agrees to
 * @param paused whether every socket is held silent
 * @param gateways the gateways of the broker, the first one first
 * @param clients running sessions by gateway and client id
 * @param openOrders oldest first
 * @param messages what came in from all clients since the start
 * @param faults what is switched on
 * @param failedTasks unexpected failures inside the simulator; the log has each
 */
public record SimulatorState(
        Instant startedAt,
        Instant now,
        int port,
        int serverVersion,
        boolean paused,
        List<GatewayState> gateways,
        List<ClientState> clients,
        MarketState market,
        List<AccountState> accounts,
        List<OrderState> openOrders,
        MessageState messages,
        FaultState faults,
        long failedTasks) {

    /**
     * One gateway.
     *
     * @param number 1 or 2
     * @param activeFaults what is switched on by the action's name, with its details
     * @param data what its user may see
     */
    public record GatewayState(
            int number, int port, boolean listening, SortedMap<String, String> activeFaults, DataState data) {}

    /**
     * What the user of one gateway may see, and how much of it is open now, over all clients.
     *
     * @param entitlements rules as they are written, the last that fits decides; none means that everything is live
     * @param shared whether the limits are those of all clients together, or each client's own
     * @param depthKept depth slots that are taken although nothing is open any more
     * @param regulatorySnapshots served so far, each of which costs money
     */
    public record DataState(
            List<String> entitlements,
            boolean shared,
            int lines,
            int linesAtMost,
            int tickByTick,
            int tickByTickAtMost,
            int depth,
            int depthKept,
            int depthAtMost,
            int bars,
            long regulatorySnapshots) {}

    /**
     * One session.
     *
     * @param gateway number of its gateway
     * @param since when the connection was made
     * @param framesQueued frames not yet taken by the socket
     * @param violations how often the message rate was exceeded
     */
    public record ClientState(
            int gateway,
            int id,
            int version,
            String peer,
            Instant since,
            long messagesIn,
            long messagesOut,
            int framesQueued,
            int violations,
            List<SubscriptionState> subscriptions,
            int accountSummaries,
            boolean positions) {}

    /**
     * One market-data line.
     *
     * @param firstRow source row that was its initial state, or the first after it when there was none; null when there
     *     was no row yet
     * @param rows rows played since, without the initial state
     */
    public record SubscriptionState(
            int requestId, String symbol, @Nullable Long firstRow, long rows) {}

    /**
     * What is switched on.
     *
     * @param silentSymbols symbols nobody hears of
     * @param competingSession whether another session has the data
     * @param loginFault what becomes of clients that connect, {@code NONE} when nothing is wrong
     * @param listening whether the port accepts connections
     */
    public record FaultState(
            List<String> silentSymbols,
            boolean competingSession,
            boolean readOnly,
            String loginFault,
            boolean listening) {}

    /**
     * The market.
     *
     * @param source {@code recording} or {@code generator}
     * @param seed of the generator, null for a recording
     * @param recording folder of the recording, null for the generator
     * @param date New York trading date of the recording, null for the generator
     * @param from New York time of day at which the playback starts, null for the generator
     * @param speed market seconds in one real second, 0 for as fast as clients take it
     * @param held whether it waits for its release
     * @param started whether market time runs
     * @param marketTime where the market is in its own time
     * @param endReached whether everything was played; the last state stays
     */
    public record MarketState(
            String source,
            @Nullable Long seed,
            @Nullable String recording,
            @Nullable LocalDate date,
            @Nullable LocalTime from,
            double speed,
            boolean held,
            boolean started,
            Instant marketTime,
            boolean endReached,
            List<SymbolState> symbols) {}

    /**
     * One symbol. Rows are numbered from 1 as data rows of the recording's quote file.
     *
     * @param firstRow row that was the initial state of the first subscription; the rows from it to {@code lastRow} are
     *     all that a subscriber since then was told of
     * @param lastRow row that made the current quote
     * @param rowsPlayed since the playback started, whether anybody listened or not
     * @param unchangedRows of these, rows that show nothing new, for which no frame is sent
     * @param bidChanges rows with another bid price, size or exchange
     */
    public record SymbolState(
            String symbol,
            int conId,
            @Nullable Long firstRow,
            @Nullable Long lastRow,
            long rowsPlayed,
            long unchangedRows,
            long bidChanges,
            long askChanges,
            long trades,
            long framesSent,
            @Nullable BigDecimal bid,
            BigDecimal bidSize,
            @Nullable BigDecimal ask,
            BigDecimal askSize,
            @Nullable BigDecimal last) {}

    /**
     * One account.
     *
     * @param currency of the account, in which all its figures are
     */
    public record AccountState(
            String account,
            String currency,
            BigDecimal cash,
            BigDecimal netLiquidation,
            BigDecimal grossPositionValue,
            BigDecimal initialMargin,
            BigDecimal maintenanceMargin,
            BigDecimal buyingPower,
            List<PositionState> positions) {}

    public record PositionState(String symbol, int conId, BigDecimal quantity, BigDecimal averageCost) {}

    /**
     * One open order.
     *
     * @param limit null for a market order
     */
    public record OrderState(
            int clientId,
            int orderId,
            long permId,
            String symbol,
            String side,
            BigDecimal quantity,
            BigDecimal filled,
            @Nullable BigDecimal limit,
            String timeInForce,
            String status,
            String orderRef) {}

    /**
     * One execution.
     *
     * @param side {@code BOT} or {@code SLD}
     * @param realized null when it only opened
     */
    public record ExecutionState(
            String execId,
            int clientId,
            int orderId,
            long permId,
            String symbol,
            String side,
            BigDecimal shares,
            BigDecimal price,
            String exchange,
            Instant time,
            String orderRef,
            BigDecimal commission,
            @Nullable BigDecimal realized) {}

    /**
     * Counts of received messages.
     *
     * @param ignored by message id: messages this simulator does not serve
     */
    public record MessageState(long received, long unreadable, long tooFast, Map<Integer, Long> ignored) {}
}
