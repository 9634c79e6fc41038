package com.quanticity.ibkr.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.MidPoint;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.TailFrom;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketStreamPublisherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ContractId SPY = ContractId.of(756733);

    private final TestServers servers = new TestServers(Clock.systemUTC());

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void publishesWhatWaitsAsOneEntryAndCounts() {
        List<Integer> entries = new CopyOnWriteArrayList<>();
        List<Long> sequences = new CopyOnWriteArrayList<>();
        servers.bus.tail(Topics.MARKET_TRADE, TailFrom.OLDEST, message -> {
            entries.add(message.data().ticks().size());
            message.data().ticks().forEach(tick -> sequences.add(tick.sequence()));
        });
        var publisher = new MarketStreamPublisher<>(
                servers.bus, MarketStream.TICKS, Clock.systemUTC(), 1_000, 60, servers.meters);
        publisher.publish(ticks(1, 100));

        publisher.start();

        await().atMost(PATIENCE).until(() -> sequences.size() == 100);
        publisher.close();
        assertThat(entries).containsExactly(60, 40);
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
        assertThat(published("market.trade")).isEqualTo(100);
    }

    @Test
    void publishesOneBarAnEntryAndWhatWaitsAtTheEnd() {
        List<Bar> heard = new CopyOnWriteArrayList<>();
        servers.bus.tail(Topics.MARKET_BAR, TailFrom.OLDEST, message -> heard.add(message.data()));
        var publisher = new MarketStreamPublisher<>(
                servers.bus, MarketStream.BARS, Clock.systemUTC(), 1_000, 500, servers.meters);
        publisher.publish(List.of(bar(0), bar(5), bar(10)));

        publisher.start();
        publisher.close();

        await().atMost(PATIENCE).until(() -> heard.size() == 3);
        assertThat(heard).containsExactly(bar(0), bar(5), bar(10));
        assertThat(published("market.bar")).isEqualTo(3);
    }

    private double published(String stream) {
        return servers.meters
                .counter(AdapterMeter.ITEMS_PUBLISHED.meterName(), "stream", stream)
                .count();
    }

    private static List<TickByTick> ticks(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .<TickByTick>mapToObj(sequence ->
                        new MidPoint("SPY", SPY, BigDecimal.TEN, 1, sequence, Instant.EPOCH, false, Instant.EPOCH))
                .toList();
    }

    private static Bar bar(long second) {
        return new Bar(
                "SPY",
                SPY,
                Instant.ofEpochSecond(second),
                BigDecimal.ONE,
                BigDecimal.TWO,
                BigDecimal.ONE,
                BigDecimal.TWO,
                null,
                null,
                null,
                Bar.Source.LIVE,
                1,
                Instant.EPOCH);
    }
}
