package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.history.upkeep.HistoryUpkeep;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One writer for each stream that is kept, each on a subscription of its own, the watch over them and the upkeep of their tables. */
final class HistoryDesk implements AutoCloseable {

    /** Name of the consumer group on every stream that is kept. */
    static final String GROUP = "ibkr-adapter-history";

    private final StreamBus bus;
    private final ConsumerGroup group;
    private final List<HistoryWriter<?, ?>> writers;
    private final HistoryWatch watch;
    private final HistoryUpkeep upkeep;
    private final HistoryProver prover;
    private final List<StreamSubscription> subscriptions = new ArrayList<>();

    HistoryDesk(
            StreamBus bus,
            DataSource database,
            HistoryProperties settings,
            AdapterAlarms alarms,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.group = ConsumerGroup.of(GROUP)
                .withBatchSize(settings.batchEntries())
                .retryingForEver()
                .measuringAge()
                .readingAhead(Math.toIntExact(settings.batchSize().toBytes()));
        List<HistoryWriter<?, ?>> all = new ArrayList<>();
        HistoryStream.ALL.forEach(stream -> all.add(new HistoryWriter<>(stream, database, clock, meters)));
        this.writers = List.copyOf(all);
        this.watch = new HistoryWatch(bus, group, writers, settings, alarms, clock, meters);
        JdbcTemplate sql = new JdbcTemplate(database);
        this.upkeep = new HistoryUpkeep(sql, settings.upkeep(), clock);
        this.prover = new HistoryProver(bus, sql, clock);
    }

    HistoryWatch watch() {
        return watch;
    }

    HistoryProver prover() {
        return prover;
    }

    void start() {
        writers.forEach(writer -> subscriptions.add(consume(writer)));
        watch.start();
        upkeep.start();
    }

    /** Finishes the transactions under way. */
    @Override
    public void close() {
        watch.close();
        upkeep.close();
        // Each may wait a second for its read to end; together they wait once.
        List<Thread> closing = subscriptions.stream()
                .map(subscription -> Thread.ofVirtual().start(subscription::close))
                .toList();
        subscriptions.clear();
        try {
            for (Thread one : closing) {
                one.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <B, T> StreamSubscription consume(HistoryWriter<B, T> writer) {
        return bus.consume(writer.stream().topic(), group, writer);
    }
}
