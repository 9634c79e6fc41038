package com.quanticity.ibkr.adapter.history;

import static com.quanticity.ibkr.adapter.history.HistoryRows.bar;
import static com.quanticity.ibkr.adapter.history.HistoryRows.quote;
import static com.quanticity.ibkr.adapter.history.HistoryRows.quotes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is stored, once and exactly. What goes wrong on the way is in {@link HistoryFaultsIT}. */
class HistoryWriterIT extends HistoryFixture {

    private static final ContractId SPY = ContractId.of(756733);

    @Test
    void storesEveryRowOnceThoughEntriesRepeat() {
        publish(quotes(1, 300));
        publish(quotes(201, 500));
        publish(quotes(201, 500));

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 500);
        assertThat(servers.database.queryForMap("select * from adapter.ib_l1_quotes where sequence = 7"))
                .containsEntry("symbol", "SPY")
                .containsEntry("bid", new BigDecimal("168.50"))
                .containsEntry("ask", null)
                .containsEntry("data_type", "LIVE");
        await().atMost(PATIENCE).until(() -> rows("market.quote") == 500);
        assertThat(counted(AdapterMeter.HISTORY_MISSING)).isZero();
    }

    /** Decimals of every size keep value and scale, texts every character. */
    @Test
    void storesExactlyWhatItWasGiven() {
        Random random = new Random(7);
        List<Quote> given = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            BigDecimal bid =
                    new BigDecimal(new java.math.BigInteger(1 + random.nextInt(90), random), random.nextInt(14));
            given.add(quote(i, random.nextBoolean() ? bid : bid.negate(), "a\t\\b\n\"\u00e9\u4e2d|" + i));
        }
        given.add(quote(401, new BigDecimal("1E+3"), ""));
        given.add(quote(402, new BigDecimal("0.00"), ""));
        given.add(quote(403, new BigDecimal("10000.0000"), ""));

        publish(given);

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 403);
        assertThat(servers.database.query(
                        "select bid::text || bid_exchange from adapter.ib_l1_quotes order by sequence",
                        (row, _) -> row.getString(1)))
                .containsExactlyElementsOf(given.stream()
                        .map(quote -> Objects.requireNonNull(quote.bid()).toPlainString() + quote.bidExchange())
                        .toList());
        assertThat(servers.database.queryForMap("select received_at at time zone 'utc' as at from adapter.ib_l1_quotes"
                        + " where sequence = 1"))
                .containsEntry("at", Timestamp.valueOf("2013-10-07 13:30:00.001"));
    }

    @Test
    void storesTicksDepthAndSessions() {
        servers.bus.publish(Topics.MARKET_TRADE, "", ticks());
        servers.bus.publish(
                Topics.MARKET_DEPTH,
                "",
                DepthBatch.of(
                        DepthUpdate.row(
                                "SPY",
                                SPY,
                                9001,
                                DepthUpdate.Operation.INSERT,
                                DepthUpdate.Side.ASK,
                                0,
                                BigDecimal.ONE,
                                BigDecimal.TEN,
                                "ARCA",
                                true,
                                1,
                                1,
                                HistoryRows.AT),
                        DepthUpdate.reset("SPY", SPY, 9001, true, "317", 1, 2, HistoryRows.AT)));
        servers.bus.publish(
                Topics.SESSION_EVENT,
                "1",
                new SessionEvent(
                        ClientId.of(1), "ibkr-adapter", SessionState.READY, "g:1", 200, 5, null, "", HistoryRows.AT));

        await().atMost(PATIENCE)
                .until(() -> servers.count("ib_tick_by_tick") == 3
                        && servers.count("ib_market_depth") == 2
                        && servers.count("ib_session_events") == 1);
        assertThat(servers.database.queryForList(
                        "select kind || ' ' || flags from adapter.ib_tick_by_tick order by sequence", String.class))
                .containsExactly("ALL_LAST 2", "BID_ASK 1", "MID_POINT 0");
        assertThat(servers.database.queryForMap("select * from adapter.ib_market_depth where operation = 'RESET'"))
                .containsEntry("side", null)
                .containsEntry("row_position", null)
                .containsEntry("reason", "317");
    }

    @Test
    void keepsTheLiveBar() {
        bars(bar(0, Bar.Source.BACK_FILLED, "168.10"), bar(0, Bar.Source.LIVE, "168.20"));
        bars(bar(1, Bar.Source.LIVE, "168.30"), bar(1, Bar.Source.BACK_FILLED, "168.40"));
        bars(bar(2, Bar.Source.BACK_FILLED, "168.50"), bar(2, Bar.Source.BACK_FILLED, "168.60"));

        await().atMost(PATIENCE).until(() -> servers.count("ib_realtime_bars_5s") == 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(servers.database.queryForList(
                                "select source || ' ' || close from adapter.ib_realtime_bars_5s order by bar_start",
                                String.class))
                        .containsExactly("LIVE 168.20", "LIVE 168.30", "BACK_FILLED 168.50"));
    }

    @Test
    void buriesOnlyTheMessageThatTheDatabaseRefuses() {
        desk.close();
        publish(quotes(1, 5));
        publish(List.of(quote(6, BigDecimal.ONE, "no\u0000text")));
        publish(quotes(7, 9));

        desk = desk();
        desk.start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 8);
        assertThat(servers.redis.opsForStream().size(servers.bus.prefix() + StreamName.MARKET_QUOTE.deadLetterText()))
                .isEqualTo(1);
        await().atMost(PATIENCE).until(() -> counted(AdapterMeter.HISTORY_MISSING) == 1);
    }

    @Test
    void splitsLargeBacklogs() {
        desk.close();
        for (int i = 0; i < 60; i++) {
            publish(quotes(1 + i * 500L, (i + 1) * 500L));
        }

        desk = desk();
        desk.start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 30_000);
        desk.watch().look();
        assertThat(standing().lag()).isNotNull();
    }

    private void bars(Bar... bars) {
        for (Bar bar : bars) {
            servers.bus.publish(Topics.MARKET_BAR, bar.symbol(), bar);
        }
    }

    private static TickBatch ticks() {
        Instant at = HistoryRows.AT;
        return TickBatch.of(
                new TickByTick.Trade(
                        "SPY",
                        SPY,
                        TickByTick.Trade.Kind.ALL_LAST,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        "ARCA",
                        "I",
                        false,
                        true,
                        1,
                        1,
                        at,
                        true,
                        at),
                new TickByTick.BidAsk(
                        "SPY", SPY, BigDecimal.ONE, null, BigDecimal.TEN, null, true, false, 1, 2, at, false, at),
                new TickByTick.MidPoint("SPY", SPY, BigDecimal.ONE, 1, 3, at, false, at));
    }
}
