package com.quanticity.ibkr.adapter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.test.RealPostgres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuoteHistoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestServers servers = new TestServers(Clock.systemUTC());
    private StreamSubscription subscription = () -> {};

    @BeforeEach
    void start() {
        ConsumerGroup group = ConsumerGroup.of("history").withBatchSize(300).retryingForEver();
        subscription =
                servers.bus.consume(Topics.MARKET_QUOTE, group, new QuoteHistory(servers.dataSource, servers.meters));
    }

    @AfterEach
    void stop() {
        subscription.close();
        servers.close();
    }

    @Test
    void storesEveryQuoteOnceThoughEntriesRepeat() {
        publish(1, 300);
        publish(201, 500);
        publish(201, 500);

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 500);
        assertThat(servers.database.queryForMap("select * from adapter.ib_l1_quotes where sequence = 7"))
                .containsEntry("symbol", "SPY")
                .containsEntry("bid", new BigDecimal("168.50"))
                .containsEntry("ask", null)
                .containsEntry("data_type", "LIVE");
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() {
        publish(1, 100);
        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 100);

        RealPostgres.stop();
        publish(101, 400);
        RealPostgres.start();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> servers.count("ib_l1_quotes") == 400);
    }

    @Test
    void splitsLargeBacklogs() {
        subscription.close();
        for (int i = 0; i < 60; i++) {
            publish(1 + i * 500L, (i + 1) * 500L);
        }

        start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 30_000);
    }

    private void publish(long from, long to) {
        List<Quote> quotes =
                LongStream.rangeClosed(from, to).mapToObj(QuoteHistoryIT::quote).toList();
        servers.bus.publish(Topics.MARKET_QUOTE, "", new QuoteBatch(quotes));
    }

    private static Quote quote(long sequence) {
        return new Quote(
                "SPY",
                ContractId.of(756733),
                new BigDecimal("168.50"),
                new BigDecimal("300"),
                null,
                null,
                null,
                null,
                "",
                "",
                MarketDataType.LIVE,
                1,
                sequence,
                Instant.parse("2013-10-07T13:30:00Z"));
    }
}
