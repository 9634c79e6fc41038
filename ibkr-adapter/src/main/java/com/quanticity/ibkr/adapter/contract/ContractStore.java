package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractField;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.PriceIncrement;
import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Tables {@code ib_contract_*}, {@code ib_occ_mapping} and {@code ib_market_rules}. Blocks; thread-safe. */
final class ContractStore {

    private static final String UPSERT = """
            insert into adapter.ib_contract_reference as stored (contract_id, symbol, security_type, exchange, primary_exchange,
              currency, local_symbol, trading_class, long_name, min_tick, valid_exchanges, time_zone_id, trading_hours,
              liquid_hours, answered_at, stock_type, multiplier, expiry, strike, option_right, underlying_id, price_magnifier,
              size_increment, market_rule_ids, reference)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (contract_id) do update set
              symbol = excluded.symbol, security_type = excluded.security_type, exchange = excluded.exchange,
              primary_exchange = excluded.primary_exchange, currency = excluded.currency,
              local_symbol = excluded.local_symbol, trading_class = excluded.trading_class,
              long_name = excluded.long_name, min_tick = excluded.min_tick,
              valid_exchanges = excluded.valid_exchanges, time_zone_id = excluded.time_zone_id,
              trading_hours = excluded.trading_hours, liquid_hours = excluded.liquid_hours,
              answered_at = excluded.answered_at, stock_type = excluded.stock_type, multiplier = excluded.multiplier,
              expiry = excluded.expiry, strike = excluded.strike, option_right = excluded.option_right,
              underlying_id = excluded.underlying_id, price_magnifier = excluded.price_magnifier,
              size_increment = excluded.size_increment, market_rule_ids = excluded.market_rule_ids,
              reference = excluded.reference
            where stored.answered_at <= excluded.answered_at""";

    /** A stored contract. */
    record Stored(
            ContractReference reference,
            @Nullable ContractReference refreshed,
            @Nullable Instant goneAt,
            String goneReason) {}

    private final JdbcTemplate database;

    ContractStore(JdbcTemplate database) {
        this.database = database;
    }

    void save(ContractReference reference) {
        Contract contract = reference.contract();
        ContractTerms terms = reference.terms();
        database.update(
                UPSERT,
                contract.id().value(),
                contract.symbol(),
                contract.securityType().name(),
                contract.exchange(),
                contract.primaryExchange(),
                contract.currency(),
                contract.localSymbol(),
                contract.tradingClass(),
                reference.longName(),
                reference.minTick(),
                String.join(",", reference.validExchanges()),
                reference.timeZoneId(),
                reference.tradingHours(),
                reference.liquidHours(),
                Timestamp.from(reference.at()),
                reference.stockType(),
                terms == null ? null : terms.multiplier(),
                terms == null ? null : terms.expiry(),
                terms == null ? null : terms.strike(),
                terms == null || terms.right() == null ? null : terms.right().name(),
                terms == null || terms.underlyingId() == null
                        ? null
                        : terms.underlyingId().value(),
                reference.priceMagnifier(),
                reference.sizeIncrement(),
                String.join(
                        ",",
                        reference.marketRuleIds().stream().map(String::valueOf).toList()),
                ModelJson.write(reference));
    }

    /** Every contract that has not expired before a day, by id. */
    List<Stored> load(LocalDate notExpiredBefore) {
        return database.query("""
                select reference, refreshed, gone_at, gone_reason from adapter.ib_contract_reference
                where reference is not null and (expiry is null or expiry >= ?) order by contract_id""", (row, number) -> stored(row), notExpiredBefore);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String refreshed = row.getString("refreshed");
        Timestamp gone = row.getTimestamp("gone_at");
        return new Stored(
                ModelJson.read(row.getString("reference"), ContractReference.class),
                refreshed == null ? null : ModelJson.read(refreshed, ContractReference.class),
                gone == null ? null : gone.toInstant(),
                row.getString("gone_reason"));
    }

    /** What the daily refresh found is what the next one compares with. */
    void saveRefreshed(ContractReference reference) {
        save(reference);
        database.update(
                "update adapter.ib_contract_reference set refreshed = ?::jsonb, gone_at = null, gone_reason = '' where contract_id = ?",
                ModelJson.write(reference),
                reference.contractId().value());
    }

    void saveGone(ContractId id, Instant at, String reason) {
        database.update(
                "update adapter.ib_contract_reference set gone_at = coalesce(gone_at, ?), gone_reason = ? where contract_id = ?",
                Timestamp.from(at),
                reason,
                id.value());
    }

    void save(ContractChange change) {
        database.update(
                """
                insert into adapter.ib_contract_changes (day, contract_id, field, symbol, before, after, found_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (day, contract_id, field) do update set after = excluded.after, found_at = excluded.found_at""",
                change.day(),
                change.contractId().value(),
                change.field().name(),
                change.symbol(),
                change.before(),
                change.after(),
                Timestamp.from(change.at()));
    }

    /** What a day's refresh found, by symbol and field. */
    List<ContractChange> changes(LocalDate day) {
        return database.query(
                "select * from adapter.ib_contract_changes where day = ? order by symbol, contract_id, field",
                (row, number) -> new ContractChange(
                        row.getObject("day", LocalDate.class),
                        ContractId.of(row.getInt("contract_id")),
                        row.getString("symbol"),
                        ContractField.valueOf(row.getString("field")),
                        row.getString("before"),
                        row.getString("after"),
                        row.getTimestamp("found_at").toInstant()),
                day);
    }

    void save(OccMapping mapping) {
        database.update(
                """
                insert into adapter.ib_occ_mapping (occ_symbol, contract_id, state, reason, checked_at) values (?, ?, ?, ?, ?)
                on conflict (occ_symbol) do update set contract_id = excluded.contract_id, state = excluded.state,
                  reason = excluded.reason, checked_at = excluded.checked_at""",
                mapping.symbol().toString(),
                mapping.contractId() == null ? null : mapping.contractId().value(),
                mapping.state().name(),
                mapping.reason(),
                Timestamp.from(mapping.at()));
    }

    List<OccMapping> mappings() {
        return database.query("select * from adapter.ib_occ_mapping", (row, number) -> {
            int id = row.getInt("contract_id");
            return new OccMapping(
                    OccSymbol.parse(row.getString("occ_symbol")),
                    row.wasNull() ? null : ContractId.of(id),
                    OccMapping.State.valueOf(row.getString("state")),
                    row.getString("reason"),
                    row.getTimestamp("checked_at").toInstant());
        });
    }

    void save(int rule, PriceLadder ladder, Instant at) {
        database.update(
                "delete from adapter.ib_market_rules where rule_id = ? and not price_from = any (?::numeric[])",
                rule,
                "{"
                        + String.join(
                                ",",
                                ladder.increments().stream()
                                        .map(step -> step.from().toPlainString())
                                        .toList())
                        + "}");
        for (PriceIncrement step : ladder.increments()) {
            database.update("""
                    insert into adapter.ib_market_rules (rule_id, price_from, increment, answered_at) values (?, ?, ?, ?)
                    on conflict (rule_id, price_from) do update set increment = excluded.increment,
                      answered_at = excluded.answered_at""", rule, step.from(), step.increment(), Timestamp.from(at));
        }
    }

    Map<Integer, PriceLadder> rules() {
        Map<Integer, List<PriceIncrement>> steps = new LinkedHashMap<>();
        database.query("select rule_id, price_from, increment from adapter.ib_market_rules", row -> {
            steps.computeIfAbsent(row.getInt("rule_id"), any -> new ArrayList<>())
                    .add(new PriceIncrement(row.getBigDecimal("price_from"), row.getBigDecimal("increment")));
        });
        Map<Integer, PriceLadder> ladders = new LinkedHashMap<>();
        steps.forEach((rule, increments) -> ladders.put(rule, new PriceLadder(increments)));
        return ladders;
    }

    /** The refresh that began last. */
    Optional<RefreshRun> lastRefresh() {
        return database.query("select * from adapter.ib_contract_refreshes order by day desc limit 1", RUN).stream()
                .findFirst();
    }

    Optional<RefreshRun> refresh(LocalDate day) {
        return database.query("select * from adapter.ib_contract_refreshes where day = ?", RUN, day).stream()
                .findFirst();
    }

    void save(RefreshRun run) {
        database.update(
                """
                insert into adapter.ib_contract_refreshes (day, started_at, finished_at, asked, changed, gone) values (?, ?, ?, ?, ?, ?)
                on conflict (day) do update set finished_at = excluded.finished_at, asked = excluded.asked,
                  changed = excluded.changed, gone = excluded.gone""",
                run.day(),
                Timestamp.from(run.startedAt()),
                run.finishedAt() == null ? null : Timestamp.from(run.finishedAt()),
                run.asked(),
                run.changed(),
                run.gone());
    }

    private static final RowMapper<RefreshRun> RUN = (row, number) -> {
        Timestamp finished = row.getTimestamp("finished_at");
        return new RefreshRun(
                row.getObject("day", LocalDate.class),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("asked"),
                row.getInt("changed"),
                row.getInt("gone"));
    };
}
