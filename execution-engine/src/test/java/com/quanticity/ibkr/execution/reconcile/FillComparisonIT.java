package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rounds on the tables of a database of its own; sides are written by hand, as nobody but the database itself tells of changes. */
class FillComparisonIT {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant COMPLETE_SINCE = NOW.minusSeconds(3_600);

    private static final PGSimpleDataSource SOURCE = migrated();
    private static final SingleConnectionDataSource CONNECTION = kept();

    private final JdbcClient jdbc = JdbcClient.create(CONNECTION);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FullRounds rounds = new FullRounds(Duration.ofHours(1));
    private final FillCheck check = new FillCheck(jdbc);
    private Optional<Instant> completeSince = Optional.of(COMPLETE_SINCE);
    private final FillComparison fills =
            new FillComparison(() -> completeSince, _ -> Optional.empty(), check, rounds, meters);

    @AfterAll
    static void close() {
        CONNECTION.destroy();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("fills", "witnessed_fills", "unsettled_fills")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from unsettled_fills").update();
        round();
    }

    @Test
    void whatAgreedOnceIsNotLookedAtAgain() {
        booked("a", 1, "10");
        witnessed("a", 1, "10");

        assertThat(round()).isEmpty();
        assertThat(round()).isEmpty();

        assertThat(fills.unsettled()).isZero();
    }

    @Test
    void whatOneSideLacksStandsUntilItCame() {
        witnessed("a", 1, "10");
        booked("b", 1, "5");
        for (int again = 0; again < 3; again++) {
            assertThat(round())
                    .containsExactlyInAnyOrder(
                            DiscrepancyKind.FILL_NOT_IN_LEDGER + " a.1",
                            DiscrepancyKind.FILL_NOT_IN_DROP_COPY + " b.1");
        }

        booked("a", 1, "10");
        witnessed("b", 1, "5");

        assertThat(round()).isEmpty();
    }

    @Test
    void aCorrectionOrABustOfWhatAgreedIsSeen() {
        agreed("a", "10");
        agreed("b", "10");

        witnessed("a", 2, "9");
        witnessed("b", 2, "0");
        assertThat(round())
                .containsExactlyInAnyOrder(
                        DiscrepancyKind.FILL_NOT_IN_LEDGER + " a.2", DiscrepancyKind.FILL_NOT_IN_LEDGER + " b.2");

        booked("a", 2, "9");
        booked("b", 2, "8");
        assertThat(round()).containsExactly(DiscrepancyKind.FILL_DIFFERS + " b.2");
    }

    @Test
    void oldExecutionsThatAreToldAgainAndLateCommissionsAreNoChange() {
        agreed("a", "10");

        witnessed("a", 1, "10");
        jdbc.sql("update fills set commission = 1, strategy = 'other'").update();

        assertThat(round()).isEmpty();
        assertThat(fills.unsettled()).isZero();
    }

    @Test
    void whatChangesWhileItIsComparedIsLookedAtAgain() {
        booked("a", 1, "10");
        witnessed("a", 1, "10");
        assertThat(fills.compare(NOW).orElseThrow()).isEmpty();

        witnessed("a", 2, "9");
        fills.settle();

        assertThat(round()).containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " a.2");
    }

    @Test
    void whatIsBeingWrittenIsNeitherWaitedForNorLost() throws SQLException {
        booked("a", 1, "10");
        witnessed("a", 1, "10");
        try (Connection other = SOURCE.getConnection()) {
            other.setAutoCommit(false);
            JdbcClient writer = JdbcClient.create(new SingleConnectionDataSource(other, true));
            witnessed(writer, "a", 2, "9");
            writer.sql("set constraints all immediate").update();

            assertThat(round()).isEmpty();
            other.commit();
        }

        assertThat(round()).containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " a.2");
    }

    @Test
    void whileTheDropCopyHasNotSeenEverythingNothingIsConcludedOrForgotten() {
        completeSince = Optional.empty();
        witnessed("a", 1, "10");

        assertThat(fills.compare(NOW)).isEmpty();
        fills.settle();

        completeSince = Optional.of(COMPLETE_SINCE);
        assertThat(round()).containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " a.1");
    }

    @Test
    void aFullRoundFindsWhatNoChangeTold() {
        agreed("a", "10");
        witnessed("b", 1, "10");
        jdbc.sql("delete from unsettled_fills").update();
        assertThat(round()).isEmpty();

        rounds.request();

        assertThat(round()).containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " b.1");
        assertThat(round()).containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " b.1");
        assertThat(meters.counter(ExecutionMeter.FILL_CHANGES_MISSED.meterName())
                        .count())
                .isEqualTo(1);
        assertThat(fills.fullyComparedAt()).isEqualTo(NOW);
    }

    @Test
    void aRestartForgetsNothing() {
        agreed("a", "10");
        witnessed("b", 1, "10");
        round();

        FillComparison later = new FillComparison(
                () -> completeSince, _ -> Optional.empty(), check, new FullRounds(Duration.ofHours(1)), meters);

        assertThat(kinds(later.compare(NOW).orElseThrow()))
                .containsExactly(DiscrepancyKind.FILL_NOT_IN_LEDGER + " b.1");
    }

    @Test
    void whatChangedTellsTheSameAsEverything() {
        Random random = new Random(7);
        for (int step = 0; step < 150; step++) {
            String family = "f" + random.nextInt(6);
            int revision = 1 + random.nextInt(3);
            String quantity = random.nextInt(10) == 0 ? "7" : Integer.toString(10 - revision);
            switch (random.nextInt(5)) {
                case 0, 1 -> booked(family, revision, quantity);
                case 2, 3 -> witnessed(family, revision, quantity);
                default -> {} // a round in which nothing happened
            }

            assertThat(round()).as("step %d", step).isEqualTo(everything());
        }
        assertThat(meters.counter(ExecutionMeter.FILL_CHANGES_MISSED.meterName())
                        .count())
                .isZero();
    }

    private Set<String> round() {
        Set<String> found = kinds(fills.compare(NOW).orElseThrow());
        fills.settle();
        return found;
    }

    private Set<String> everything() {
        return kinds(check.amongAll(NOW.minusSeconds(7_200), COMPLETE_SINCE).stream()
                .map(FillCheck.Found::difference)
                .toList());
    }

    private static Set<String> kinds(List<Difference> differences) {
        Set<String> kinds = new HashSet<>();
        differences.forEach(
                each -> kinds.add(each.key().kind() + " " + each.key().reference()));
        return kinds;
    }

    private void agreed(String family, String quantity) {
        booked(family, 1, quantity);
        witnessed(family, 1, quantity);
        assertThat(round()).isEmpty();
    }

    /** As the ledger does it: the highest revision counts. */
    private void booked(String family, int revision, String quantity) {
        boolean isHighest = jdbc.sql(
                        "select not exists (select 1 from fills where exec_family = :family and revision > :revision)")
                .param("family", family)
                .param("revision", revision)
                .query(Boolean.class)
                .single();
        if (isHighest) {
            jdbc.sql("update fills set current = false where exec_family = :family and revision < :revision")
                    .param("family", family)
                    .param("revision", revision)
                    .update();
        }
        jdbc.sql("""
                insert into fills (exec_id, exec_family, revision, place, current, strategy, account, contract_id, symbol, side,
                    quantity, price, exchange, client_id, order_id, recorded_at)
                values (:id, :family, :revision, nextval('fill_place'), :current, 's', 'DU1', 1, 'SPY', 'BUY', :quantity, 100,
                    'ARCA', 1, 1, :at)
                on conflict (exec_id) do nothing""")
                .param("id", family + "." + revision)
                .param("family", family)
                .param("revision", revision)
                .param("current", isHighest)
                .param("quantity", new BigDecimal(quantity))
                .param("at", Columns.time(NOW))
                .update();
    }

    private void witnessed(String family, int revision, String quantity) {
        witnessed(jdbc, family, revision, quantity);
    }

    private static void witnessed(JdbcClient writer, String family, int revision, String quantity) {
        writer.sql("""
                insert into witnessed_fills (exec_id, exec_family, revision, origin, order_ref, account, contract_id, symbol, side,
                    quantity, price, data, heard_at)
                values (:id, :family, :revision, 'PLATFORM', '', 'DU1', 1, 'SPY', 'BUY', :quantity, 100, '{}', :at)
                on conflict (exec_id) do nothing""")
                .param("id", family + "." + revision)
                .param("family", family)
                .param("revision", revision)
                .param("quantity", new BigDecimal(quantity))
                .param("at", Columns.time(NOW))
                .update();
    }

    private static PGSimpleDataSource migrated() {
        FreshDatabase database = RealPostgres.freshDatabase();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("execution")
                .defaultSchema("execution")
                .load()
                .migrate();
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        source.setCurrentSchema("execution");
        return source;
    }

    private static SingleConnectionDataSource kept() {
        try {
            return new SingleConnectionDataSource(SOURCE.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
