package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.reconcile.witness.Witness;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The tables {@code fills} and {@code witnessed_fills} against each other, corrections counting as what they correct, and the table
 * {@code unsettled_fills}: executions by family whose sides changed since they agreed last. The database puts them there itself, they
 * leave by {@link #settle}.
 */
final class FillCheck {

    private static final String NOT_IN_LEDGER = """
            select w.* from witnessed_fills w
            where %s and w.origin = 'PLATFORM'
                and not exists (select 1 from fills f where f.exec_id = w.exec_id)
                and not exists (select 1 from fills f
                    where f.exec_family = w.exec_family and f.current and f.revision > w.revision)
                and not exists (select 1 from witnessed_fills later
                    where later.exec_family = w.exec_family and later.revision > w.revision)""";

    private static final String DIFFERENT = """
            select w.*, f.side as our_side, f.quantity as our_quantity, f.price as our_price
            from witnessed_fills w join fills f on f.exec_id = w.exec_id
            where %s and (f.side <> w.side or f.quantity <> w.quantity or f.price <> w.price
                or f.account <> w.account or f.contract_id <> w.contract_id)""";

    /** Fills that came since by the trading path only. */
    private static final String NOT_WITNESSED = """
            select f.* from fills f
            where %s f.current and f.origin = 'PLATFORM' and f.recorded_at > :since
                and not exists (select 1 from witnessed_fills w where w.exec_id = f.exec_id)""";

    private final JdbcClient jdbc;

    /**
     * A difference of fills.
     *
     * @param family of the execution
     */
    record Found(String family, Difference difference) {}

    FillCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every family that is not settled, with its last change. */
    Map<String, Long> unsettled() {
        Map<String, Long> families = new LinkedHashMap<>();
        jdbc.sql("select exec_family, change from unsettled_fills").query(row -> {
            families.put(row.getString("exec_family"), row.getLong("change"));
        });
        return families;
    }

    /** @param completeSince since when the drop copy has seen everything */
    List<Found> among(Collection<String> families, Instant completeSince) {
        String[] names = families.toArray(String[]::new);
        return names.length == 0
                ? List.of()
                : found(
                        jdbc.sql(NOT_IN_LEDGER.formatted("w.exec_family = any(:families)"))
                                .param("families", names),
                        jdbc.sql(DIFFERENT.formatted("w.exec_family = any(:families)"))
                                .param("families", names),
                        jdbc.sql(NOT_WITNESSED.formatted("f.exec_family = any(:families) and"))
                                .param("families", names)
                                .param("since", Columns.time(completeSince)));
    }

    /**
     * Among all executions.
     *
     * @param heardSince what the drop copy told before is left out
     * @param completeSince since when the drop copy has seen everything
     */
    List<Found> amongAll(Instant heardSince, Instant completeSince) {
        return found(
                jdbc.sql(NOT_IN_LEDGER.formatted("w.heard_at > :from")).param("from", Columns.time(heardSince)),
                jdbc.sql(DIFFERENT.formatted("w.heard_at > :from")).param("from", Columns.time(heardSince)),
                jdbc.sql(NOT_WITNESSED.formatted("")).param("since", Columns.time(completeSince)));
    }

    /** Families that agree leave, except those that changed since they were read. Waits for nobody: who holds one, changes it. */
    void settle(Map<String, Long> agreed) {
        if (agreed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                delete from unsettled_fills where exec_family in (
                    select exec_family from unsettled_fills
                    join unnest(:families::text[], :changes::bigint[]) as agreed (exec_family, change) using (exec_family, change)
                    for update of unsettled_fills skip locked)""")
                .param("families", agreed.keySet().toArray(String[]::new))
                .param("changes", agreed.values().toArray(Long[]::new))
                .update();
    }

    /** Families that must be looked at though no change told so. */
    void unsettle(Collection<String> families) {
        if (families.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into unsettled_fills (exec_family, change)
                select family, nextval('fill_change') from unnest(:families::text[]) family
                on conflict (exec_family) do nothing""").param("families", families.toArray(String[]::new)).update();
    }

    private static List<Found> found(StatementSpec notInLedger, StatementSpec different, StatementSpec notWitnessed) {
        List<Found> found = new ArrayList<>();
        found.addAll(notInLedger
                .query((row, number) -> found(row, DiscrepancyKind.FILL_NOT_IN_LEDGER, null, terms(row, "")))
                .list());
        found.addAll(different
                .query((row, number) -> found(row, DiscrepancyKind.FILL_DIFFERS, terms(row, "our_"), terms(row, "")))
                .list());
        found.addAll(notWitnessed
                .query((row, number) -> found(row, DiscrepancyKind.FILL_NOT_IN_DROP_COPY, terms(row, ""), null))
                .list());
        return found;
    }

    private static Found found(ResultSet row, DiscrepancyKind kind, @Nullable String ours, @Nullable String theirs)
            throws SQLException {
        Difference difference = new Difference(
                new Difference.Key(
                        kind,
                        Witness.DROP_COPY.text(),
                        row.getString("account"),
                        ContractId.of(row.getInt("contract_id")),
                        row.getString("symbol"),
                        row.getString("exec_id")),
                ours == null ? "" : ours,
                theirs == null ? "" : theirs);
        return new Found(row.getString("exec_family"), difference);
    }

    private static String terms(ResultSet row, String prefix) throws SQLException {
        return row.getString(prefix + "side") + " "
                + Columns.canonical(row.getBigDecimal(prefix + "quantity")).toPlainString() + " @ "
                + Columns.canonical(row.getBigDecimal(prefix + "price")).toPlainString();
    }
}
