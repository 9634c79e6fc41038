package com.quanticity.ibkr.adapter.history;

import static com.quanticity.ibkr.adapter.history.HistoryRows.quotes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;

/** Nothing is lost or stored twice while a server is away, full or slow, and the alarms say so. */
class HistoryFaultsIT extends HistoryFixture {

    @Test
    void losesNothingWhileTheDatabaseIsAwayAndSaysSo() {
        publish(quotes(1, 100));
        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 100);

        RealPostgres.stop();
        publish(quotes(101, 400));
        await().atMost(PATIENCE).until(() -> standing().progress().failingSince() != null);
        clock.advance(Duration.ofSeconds(16));
        desk.watch().look();
        assertThat(raised(AlarmKind.HISTORY_STOPPED)).isTrue();
        RealPostgres.start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 400);
        await().atMost(PATIENCE).until(() -> standing().progress().failingSince() == null);
        desk.watch().look();
        assertThat(raised(AlarmKind.HISTORY_STOPPED)).isFalse();
        assertThat(counted(AdapterMeter.HISTORY_RETRIES)).isPositive();
        assertThat(counted(AdapterMeter.HISTORY_MISSING)).isZero();
    }

    @Test
    void waitsWhileTheDiskIsFull() {
        refuseRows("53100", "could not extend file");
        publish(quotes(1, 10));
        await().atMost(PATIENCE).until(() -> standing().progress().failure().contains("disk is full"));

        servers.database.execute("drop trigger refuse on adapter.ib_l1_quotes");

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 10);
    }

    @Test
    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    void storesNothingTwiceAfterACrashBetweenCommitAndAcknowledgement() throws Exception {
        publish(quotes(1, 1));
        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 1);
        desk.close();
        publish(quotes(2, 20));
        publish(quotes(21, 40));
        var taken = servers.redis
                .opsForStream()
                .read(
                        Consumer.from(HistoryDesk.GROUP, HistoryDesk.GROUP + "-1"),
                        StreamOffset.create(quoteStream(), ReadOffset.lastConsumed()));
        assertThat(taken).hasSize(2);
        new TableCopy<>(servers.dataSource, MarketTables.QUOTES)
                .store(take -> quotes(2, 40).forEach(take));
        publish(quotes(41, 60));

        desk = desk();
        desk.start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 60);
        await().atMost(PATIENCE).until(() -> unfinished() == 0);
        assertThat(counted(AdapterMeter.HISTORY_MISSING)).isZero();
    }

    @Test
    void readsNoMoreThanTwoBatchesAheadOfASlowDatabase() {
        onInsert("slow", "perform pg_sleep(0.2); return null;");
        for (int i = 1; i <= 400; i++) {
            publish(quotes(i, i));
        }

        await().atMost(PATIENCE).until(() -> {
            assertThat(unfinished()).isLessThanOrEqualTo(200);
            return servers.count("ib_l1_quotes") == 400;
        });
        await().atMost(PATIENCE).until(() -> unfinished() == 0);
        assertThat(counted(AdapterMeter.HISTORY_MISSING)).isZero();
    }

    @Test
    void countsWhatRedisTrimmedBeforeItWasStored() {
        publish(quotes(1, 100));
        await().atMost(PATIENCE).until(() -> rows("market.quote") == 100);
        desk.close();
        for (int i = 101; i <= 300; i++) {
            publish(quotes(i, i));
        }
        servers.redis.opsForStream().trim(servers.bus.prefix() + StreamName.MARKET_QUOTE.text(), 50);

        desk = desk();
        desk.start();

        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 150);
        await().atMost(PATIENCE).until(() -> counted(AdapterMeter.HISTORY_LOST) == 150);
        desk.watch().look();
        assertThat(raised(AlarmKind.HISTORY_LOST_ENTRIES)).isTrue();
        clock.advance(Duration.ofHours(2));
        desk.watch().look();
        assertThat(raised(AlarmKind.HISTORY_LOST_ENTRIES)).isFalse();
    }

    @Test
    void goesOnAfterRedisWasAway() {
        publish(quotes(1, 100));
        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 100);

        RealRedis.stop();
        desk.watch().look();
        assertThat(standing().lag()).isNull();
        RealRedis.start();

        await().atMost(PATIENCE).until(() -> {
            publish(quotes(101, 200));
            return true;
        });
        await().atMost(PATIENCE).until(() -> servers.count("ib_l1_quotes") == 200);
    }

    private void refuseRows(String state, String text) {
        onInsert("refuse", "raise exception '%s' using errcode = '%s';".formatted(text, state));
    }

    private void onInsert(String name, String body) {
        servers.database.execute("create function adapter." + name + "() returns trigger language plpgsql as $$ begin "
                + body + " end $$");
        servers.database.execute("create trigger " + name
                + " before insert on adapter.ib_l1_quotes execute function adapter." + name + "()");
    }

    private long unfinished() {
        return servers.redis
                .opsForStream()
                .pending(quoteStream(), HistoryDesk.GROUP)
                .getTotalPendingMessages();
    }

    private boolean raised(AlarmKind kind) {
        return alarms.stream()
                .filter(alarm -> alarm.kind() == kind && alarm.subject().equals("market.quote"))
                .reduce((_, last) -> last)
                .map(Alarm::raised)
                .orElse(false);
    }
}
