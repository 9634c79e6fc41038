package com.quanticity.ibkr.adapter.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties.MarketData;
import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteFields;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotePublisherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BUFFER = 1_000;

    private final TestServers servers = new TestServers(Clock.systemUTC());
    private final LatestQuotes latest = new LatestQuotes(
            servers.redis,
            servers.bus.prefix(),
            new ExchangeNames(new FakeSession(), Clock.systemUTC()),
            Clock.systemUTC());
    private final QuotePublisher publisher = new QuotePublisher(
            servers.bus,
            latest,
            Clock.systemUTC(),
            new MarketData(BUFFER, 500, Duration.ofMillis(100)),
            servers.meters);
    private final List<Quote> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        RealRedis.start();
        publisher.close();
        servers.close();
    }

    @Test
    void publishesInOrderAndKeepsTheLatestAlive() {
        start();

        publisher.publish(quotes(1, 3));

        await().atMost(PATIENCE).until(() -> heard.size() == 3);
        assertThat(heard).extracting(Quote::sequence).containsExactly(1L, 2L, 3L);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hash()).containsEntry("sequence", "3"));
        assertThat(hash())
                .containsEntry("bid", "")
                .containsEntry("symbol", "SPY")
                .containsKey("at");
        Map<String, String> fields = servers.redis.<String, String>opsForHash().entries(key());
        assertThat(QuoteFields.read(fields, QuoteFields.RECEIVED_AT)).isEqualTo(heard.getLast());
        assertThat(servers.redis.getExpire(key(), TimeUnit.MILLISECONDS)).isBetween(1L, 5_000L);
    }

    @Test
    void refreshesAQuietSymbolOnlyWhileTheSessionIsReady() {
        start();
        publisher.publish(quotes(1, 1));
        await().atMost(PATIENCE).until(() -> !hash().isEmpty());
        String before = String.valueOf(hash().get("at"));

        await().atMost(PATIENCE).until(() -> !before.equals(hash().get("at")));

        publisher.onSessionReady(false);
        await().atMost(PATIENCE).until(() -> hash().isEmpty());
    }

    @Test
    void takesTheHashAwayAtOnceWhileItsDataIsInDoubtAndSaysWhatMayPriceNoOrder() {
        start();
        publisher.publish(quotes(1, 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hash())
                        .containsEntry("valid", "false")
                        .containsEntry("invalidBecause", "its data is UNKNOWN"));
        publisher.onBehind("9 of 10 events wait in the adapter");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(hash()).containsEntry("invalidBecause", "9 of 10 events wait in the adapter"));

        publisher.onServed("SPY", false);
        await().atMost(Duration.ofSeconds(4)).until(() -> hash().isEmpty());
        publisher.publish(quotes(2, 2));
        await().atMost(PATIENCE).until(() -> sequences().contains(2L));
        assertThat(hash()).isEmpty();

        publisher.onServed("SPY", true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hash())
                        .as("facts that were written before come back with it")
                        .containsEntry("sequence", "2")
                        .containsEntry("halted", "UNKNOWN"));
    }

    @Test
    void goesOnInOrderAfterARedisOutage() {
        start();
        publisher.publish(quotes(1, 10));
        await().atMost(PATIENCE).until(() -> heard.size() == 10);

        RealRedis.stop();
        for (long i = 11; i <= 400; i++) {
            publisher.publish(quotes(i, i));
        }
        RealRedis.start();

        await().atMost(PATIENCE).until(() -> sequences().size() == 400);
        assertThat(sequences())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(servers.meters
                        .counter(AdapterMeter.QUOTES_DROPPED.meterName())
                        .count())
                .isZero();
    }

    @Test
    void dropsTheOldestBeyondTheBoundAndLeavesAHole() {
        RealRedis.stop();
        start();
        for (long i = 1; i <= 3_000; i++) {
            publisher.publish(quotes(i, i));
        }
        RealRedis.start();

        await().atMost(PATIENCE).until(() -> sequences().contains(3_000L));
        double dropped =
                servers.meters.counter(AdapterMeter.QUOTES_DROPPED.meterName()).count();
        assertThat(dropped).isGreaterThan(0);
        assertThat((double) sequences().size()).isEqualTo(3_000 - dropped);
        assertThat(sequences()).isSorted().endsWith(2_998L, 2_999L, 3_000L);
    }

    private static List<Quote> quotes(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> new TopOfBook("SPY", TestContracts.SPY.id()).quote(1, sequence, Instant.EPOCH))
                .toList();
    }

    private void start() {
        publisher.start();
        publisher.onSessionReady(true);
        servers.bus.tail(
                Topics.MARKET_QUOTE,
                TailFrom.OLDEST,
                message -> heard.addAll(message.data().quotes()));
    }

    /** An entry whose confirmation was lost may come twice; its quotes say so themselves. */
    private List<Long> sequences() {
        return heard.stream().map(Quote::sequence).distinct().toList();
    }

    private Map<Object, Object> hash() {
        return servers.redis.opsForHash().entries(key());
    }

    private String key() {
        return servers.bus.prefix() + RedisKeys.quote("SPY");
    }
}
