package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.reconcile.witness.BrokerPositions;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.execution.statement.BookedDay.Booked;
import com.quanticity.ibkr.execution.statement.BookedDay.Held;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what our books and the broker's API say of a day. A fill without a readable time counts when it was recorded. */
final class BookedDays {

    private static final String TIME = "coalesce(executed_at, recorded_at)";
    private static final String SIGNED = "sum(case side when 'BUY' then quantity else -quantity end)";

    private final JdbcClient jdbc;
    private final BrokerPositions brokers;
    private final ZoneId zone;

    BookedDays(JdbcClient jdbc, BrokerPositions brokers, ZoneId zone) {
        this.jdbc = jdbc;
        this.brokers = brokers;
        this.zone = zone;
    }

    BookedDay of(String account, LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Held> now = brokers.of(account)
                .map(held -> minus(held, changesSince(account, to)))
                .orElse(null);
        return new BookedDay(account, fills(account, from, to), told(account, from, to), held(account, to), now);
    }

    /** Days with trades, newest first. */
    List<LocalDate> daysWithFills(Instant since) {
        return new ArrayList<>(new TreeSet<>(jdbc.sql(
                                "select distinct " + TIME + " as at from fills where current and " + TIME + " > :since")
                        .param("since", Columns.time(since))
                        .query((row, number) ->
                                Columns.instant(row, "at").atZone(zone).toLocalDate())
                        .list())
                .descendingSet());
    }

    /** Accounts that traded on the day or held something at its end: the broker states something about them. */
    List<String> accountsOf(LocalDate day) {
        return jdbc.sql("""
                select distinct account from fills where current and %1$s >= :from and %1$s < :to
                union
                select account from (
                    select account, contract_id, quantity from positions
                    union all
                    select account, contract_id, case side when 'BUY' then -quantity else quantity end
                    from fills where current and part <> 'COMBINATION' and %1$s >= :to) held
                group by account, contract_id having sum(quantity) <> 0
                order by account""".formatted(TIME))
                .param("from", Columns.time(day.atStartOfDay(zone).toInstant()))
                .param("to", Columns.time(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, number) -> row.getString("account"))
                .list();
    }

    private Map<String, Booked> fills(String account, Instant from, Instant to) {
        Map<String, Booked> fills = new LinkedHashMap<>();
        jdbc.sql(
                        "select * from fills where current and part <> 'COMBINATION' and quantity <> 0 and origin <> 'ADJUSTMENT'"
                                + " and account = :account and " + TIME + " >= :from and " + TIME
                                + " < :to order by place")
                .param("account", account)
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .query((row, number) -> booked(
                        row,
                        row.getBigDecimal("commission"),
                        row.getString("commission_currency"),
                        row.getString("origin").equals(TradeOrigin.STATEMENT.name())))
                .list()
                .forEach(fill -> fills.put(fill.execId(), fill));
        return fills;
    }

    private Map<String, Booked> told(String account, Instant from, Instant to) {
        Map<String, Booked> told = new LinkedHashMap<>();
        jdbc.sql("""
                select w.* from witnessed_fills w
                where account = :account and quantity <> 0
                    and coalesce(data -> 'execution' ->> 'securityType', '') <> 'COMBINATION'
                    and coalesce((data -> 'execution' ->> 'executedAt')::timestamptz, heard_at) >= :from
                    and coalesce((data -> 'execution' ->> 'executedAt')::timestamptz, heard_at) < :to
                    and not exists (select 1 from witnessed_fills later
                        where later.exec_family = w.exec_family and later.revision > w.revision)
                order by heard_at""")
                .param("account", account)
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .query((row, number) -> booked(row, null, null, false))
                .list()
                .forEach(fill -> told.put(fill.execId(), fill));
        return told;
    }

    private List<Held> held(String account, Instant before) {
        return held(
                "select contract_id, max(symbol) as symbol, " + SIGNED + " as quantity from fills where current"
                        + " and part <> 'COMBINATION'"
                        + " and account = :account and " + TIME + " < :at group by contract_id order by contract_id",
                account,
                before);
    }

    private List<Held> changesSince(String account, Instant from) {
        return held(
                "select contract_id, max(symbol) as symbol, " + SIGNED + " as quantity from fills where current"
                        + " and part <> 'COMBINATION'"
                        + " and origin <> 'ADJUSTMENT' and account = :account and " + TIME
                        + " >= :at group by contract_id order by contract_id",
                account,
                from);
    }

    private List<Held> held(String sql, String account, Instant at) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("at", Columns.time(at))
                .query((row, number) -> new Held(
                        ContractId.of(row.getInt("contract_id")),
                        row.getString("symbol"),
                        row.getBigDecimal("quantity")))
                .list();
    }

    /** The broker's holdings now, taken back to the end of the day. */
    private static List<Held> minus(Map<ContractId, BigDecimal> now, List<Held> changes) {
        Map<ContractId, Held> then = new LinkedHashMap<>();
        now.forEach((contractId, quantity) -> then.put(contractId, new Held(contractId, "", quantity)));
        for (Held change : changes) {
            BigDecimal quantity = now.getOrDefault(change.contractId(), BigDecimal.ZERO);
            then.put(
                    change.contractId(),
                    new Held(change.contractId(), change.symbol(), quantity.subtract(change.quantity())));
        }
        return List.copyOf(then.values());
    }

    private static Booked booked(
            ResultSet row, @Nullable BigDecimal commission, @Nullable String currency, boolean isStated)
            throws SQLException {
        return new Booked(
                row.getString("exec_id"),
                ContractId.of(row.getInt("contract_id")),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                commission,
                currency == null ? "" : currency,
                isStated);
    }
}
