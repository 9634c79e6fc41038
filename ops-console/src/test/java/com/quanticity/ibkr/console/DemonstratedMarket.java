package com.quanticity.ibkr.console;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The market of the demonstration: quotes, subscriptions, depth that turns, downloads. Used on the demonstration's thread. */
final class DemonstratedMarket {

    static final List<String> SYMBOLS =
            List.of("SPY", "QQQ", "IWM", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "GOOG");

    private final StreamBus bus;
    private final Clock clock;
    private final Random random = new Random(7);
    private long sequence;

    DemonstratedMarket(StreamBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** What is there from the start. */
    void open() {
        Instant now = clock.instant();
        for (int i = 0; i < SYMBOLS.size(); i++) {
            bus.publish(Topics.CONTRACT_REFERENCE, SYMBOLS.get(i), Facts.contract(SYMBOLS.get(i), 100 + i, now));
        }
        downloads();
        streams();
    }

    void quotes(int round) {
        for (int i = 0; i < SYMBOLS.size(); i++) {
            if (round > 0 && (i == 2 || random.nextInt(3) > 0)) {
                continue;
            }
            BigDecimal bid = BigDecimal.valueOf(16_900 + 1_000L * i + random.nextInt(40), 2);
            bus.publish(
                    Topics.MARKET_QUOTE,
                    "",
                    Facts.batch(Facts.quote(
                            SYMBOLS.get(i),
                            100 + i,
                            bid,
                            bid.add(new BigDecimal("0.02")),
                            Facts.CONNECTION,
                            ++sequence,
                            clock.instant())));
        }
    }

    /** Every ten seconds two other symbols have the slots that turn. */
    void turns(int turn) {
        Instant now = clock.instant();
        List<String> turning = List.of("QQQ", "IWM", "MSFT", "AMZN");
        for (int slot = 2; slot <= 3; slot++) {
            String ends = turning.get((2 * turn + slot + 2) % turning.size());
            String begins = turning.get((2 * turn + slot) % turning.size());
            stream(ends, "DEPTH", MarketStatus.State.WAITING, "", now);
            turn(begins, new DepthTurn(slot, now.plusSeconds(10)), now);
        }
    }

    private void streams() {
        Instant now = clock.instant();
        turn("SPY", new DepthTurn(1, null), now);
        stream("AAPL", "LEVEL_1", MarketStatus.State.LIVE, "", now.minusSeconds(600));
        stream("TSLA", "LEVEL_1", MarketStatus.State.BEHIND, "90000 of 262144 events wait in the adapter", now);
        stream("NVDA", "DEPTH", MarketStatus.State.REFUSED, "354 not subscribed", now.minusSeconds(60));
    }

    private void turn(String symbol, DepthTurn turn, Instant at) {
        bus.publish(
                Topics.MARKET_STATUS,
                symbol,
                new MarketStatus(
                        symbol, ContractId.of(100), "DEPTH", MarketStatus.State.LIVE, "", 1, at, null, turn, at));
    }

    private void stream(String symbol, String kind, MarketStatus.State state, String reason, Instant at) {
        bus.publish(
                Topics.MARKET_STATUS,
                symbol,
                new MarketStatus(symbol, ContractId.of(100), kind, state, reason, 1, at, null, at));
    }

    private void downloads() {
        download("1", "SPY", "1 min TRADES", HistoryProgress.State.DONE, "", 100);
        download(
                "2",
                "QQQ",
                "ticks BID_ASK",
                HistoryProgress.State.WAITING_PACING,
                "the limits on queries for the past",
                37);
        download(
                "3",
                "IWM",
                "1 day TRADES",
                HistoryProgress.State.PARTLY,
                "the broker has nothing for some intervals",
                100);
        download("4", "AAPL", "5 secs MIDPOINT", HistoryProgress.State.RUNNING, "", 62);
        download(
                "5",
                "NOSUCH",
                "1 hour TRADES",
                HistoryProgress.State.FAILED,
                "200 No security definition has been found",
                0);
    }

    private void download(
            String id, String symbol, String what, HistoryProgress.State state, String reason, int percent) {
        Instant now = clock.instant();
        bus.publish(
                Topics.HISTORY_PROGRESS,
                id,
                new HistoryProgress(
                        "01JH000000000000000000000" + id,
                        symbol,
                        ContractId.of(100),
                        what,
                        now.minus(Duration.ofDays(10)),
                        now.minus(Duration.ofDays(1)),
                        state,
                        reason,
                        state == HistoryProgress.State.WAITING_PACING ? now.plusSeconds(9) : null,
                        percent,
                        percent * 1_234L,
                        percent,
                        100L - percent,
                        state == HistoryProgress.State.FAILED ? null : now.plus(Duration.ofMinutes(100L - percent)),
                        now));
    }
}
