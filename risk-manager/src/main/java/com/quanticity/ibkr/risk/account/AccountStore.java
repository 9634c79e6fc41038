package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.stream.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of account figures and positions. Writing the same fact twice changes nothing. */
final class AccountStore {

    private static final String INSERT_VALUE = """
            insert into ib_account_summary (id, account, tag, value, currency, received_at)
            values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing""";
    private static final String INSERT_POSITION = """
            insert into ib_positions_history (id, account, contract_id, symbol, quantity, average_cost, received_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""";
    private static final String UPSERT_POSITION = """
            insert into ib_positions as known (account, contract_id, symbol, quantity, average_cost, received_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (account, contract_id) do update
            set symbol = excluded.symbol, quantity = excluded.quantity, average_cost = excluded.average_cost,
                received_at = excluded.received_at
            where known.received_at <= excluded.received_at""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AccountStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Positions with a quantity, as stored last. */
    List<Position> openPositions() {
        return jdbc.query("select * from ib_positions where quantity <> 0", AccountStore::position);
    }

    /** Writes facts in their order, all or none. */
    void write(List<AccountFact> facts) {
        List<Object[]> values = facts.stream()
                .filter(AccountFact.OfValue.class::isInstance)
                .map(fact -> row(((AccountFact.OfValue) fact).message()))
                .toList();
        List<Envelope<Position>> positions = facts.stream()
                .filter(AccountFact.OfPosition.class::isInstance)
                .map(fact -> ((AccountFact.OfPosition) fact).message())
                .toList();
        transaction.executeWithoutResult(status -> {
            jdbc.batchUpdate(INSERT_VALUE, values);
            jdbc.batchUpdate(
                    INSERT_POSITION,
                    positions.stream().map(AccountStore::historyRow).toList());
            jdbc.batchUpdate(
                    UPSERT_POSITION,
                    positions.stream().map(AccountStore::currentRow).toList());
        });
    }

    private static Object[] row(Envelope<AccountValue> message) {
        AccountValue value = message.data();
        return new Object[] {
            message.id(), value.account(), value.tag(), value.value(), value.currency(), Timestamp.from(value.at())
        };
    }

    private static Object[] historyRow(Envelope<Position> message) {
        Position position = message.data();
        return new Object[] {
            message.id(),
            position.account(),
            position.contractId().value(),
            position.symbol(),
            position.quantity(),
            position.averageCost(),
            Timestamp.from(position.at())
        };
    }

    private static Object[] currentRow(Envelope<Position> message) {
        Position position = message.data();
        return new Object[] {
            position.account(),
            position.contractId().value(),
            position.symbol(),
            position.quantity(),
            position.averageCost(),
            Timestamp.from(position.at())
        };
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getString("account"),
                ContractId.of(row.getInt("contract_id")),
                row.getString("symbol"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("average_cost"),
                row.getTimestamp("received_at").toInstant());
    }
}
