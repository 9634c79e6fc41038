package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.proof.Booked.BookedFill;
import com.quanticity.ibkr.chaos.proof.Booked.BookedOrder;
import com.quanticity.ibkr.chaos.proof.Booked.BookedParent;
import com.quanticity.ibkr.chaos.proof.Booked.Role;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads both sides' books and compares them. Thread-safe. */
public final class Books {

    private final Machine machine;
    private final GatewaySimulator simulator;

    public Books(Machine machine, GatewaySimulator simulator) {
        this.machine = machine;
        this.simulator = simulator;
    }

    /**
     * What does not hold now, since both began.
     *
     * @param placed what was answered
     * @param calmSince when the faults were over; protection that was wrong longer than its grace after that is a violation
     * @throws SQLException when the database is away
     * @throws IOException when Redis is away
     */
    public List<Violation> compare(List<Placed> placed, Instant calmSince) throws SQLException, IOException {
        // The platform first: what the broker does in between is only late, never a lie.
        Booked booked = read();
        Witnessed witnessed = Witnessed.by(simulator);
        List<Violation> violations = new ArrayList<>(Invariants.check(witnessed, booked, placed));
        violations.addAll(Protection.check(witnessed, booked, calmSince));
        // Long to read, so last.
        return violations.isEmpty() ? audit(witnessed, placed) : violations;
    }

    private List<Violation> audit(Witnessed witnessed, List<Placed> placed) throws SQLException {
        try (Connection connection = connect()) {
            return AuditTrail.read(connection, AuditTrail.STORED).check(witnessed, placed);
        }
    }

    /**
     * Changes one word in a copy of the audit record, as somebody with access to the disk could.
     *
     * @return where the check of the copy finds the chain broken, empty when it finds nothing
     */
    public Optional<String> tamperWithCopy() throws SQLException {
        try (Connection connection = connect()) {
            return AuditTrail.tamperWithCopy(connection);
        }
    }

    /** Client order ids of orders that have not ended and belong to no algorithm. */
    public List<String> open() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return orders(statement).stream()
                    .filter(order ->
                            order.role() == Role.ORDER && !order.status().isTerminal())
                    .map(BookedOrder::clientOrderId)
                    .toList();
        }
    }

    /** Ids of algorithms' parents that have not ended, brackets apart: those live on with what they protect. */
    public List<String> openParents() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select parent_order_id from execution.parent_plans
                        where state in ('STORED', 'WORKING', 'CANCELLING') and algorithm <> 'bracket'""")) {
            List<String> open = new ArrayList<>();
            while (rows.next()) {
                open.add(rows.getString(1));
            }
            return open;
        }
    }

    /** How many orders, changes, brackets and the like were checked. */
    public Checked checked() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return new Checked(
                    count(statement, "select count(*) from execution.child_orders"),
                    count(statement, "select count(*) from execution.fills where current"),
                    count(statement, "select count(*) from execution.order_modifications"),
                    count(statement, "select count(*) from execution.parent_plans where algorithm = 'bracket'"),
                    count(
                            statement,
                            "select count(distinct parent_order_id) from execution.child_orders"
                                    + " where role in ('STOP', 'TARGET') and filled_quantity > 0"),
                    count(statement, "select count(*) from execution.parent_plans where algorithm <> 'bracket'"),
                    count(statement, "select count(*) from console.audit_log"));
        }
    }

    /** How many orders stand how, with the reason code of those that were refused. */
    public Map<String, Integer> outcomes() throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (BookedOrder order : orders(statement)) {
                String reason = order.reasonCode().isEmpty() ? "" : " " + order.reasonCode();
                outcomes.merge(order.status() + reason, 1, Integer::sum);
            }
        }
        return outcomes;
    }

    private Booked read() throws SQLException, IOException {
        List<String> dead = machine.deadLetterStreams();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return new Booked(
                    orders(statement),
                    parents(statement),
                    fills(statement),
                    positions(statement, "select symbol, quantity from execution.positions where quantity <> 0"),
                    positions(statement, "select symbol, quantity from risk.ib_positions where quantity <> 0"),
                    count(statement, "select count(*) from execution.unapplied_events"),
                    dead);
        }
    }

    private static List<BookedOrder> orders(Statement statement) throws SQLException {
        List<BookedOrder> orders = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select client_order_id, parent_order_id, role, status, quantity, filled_quantity, reason_code
                from execution.child_orders""")) {
            while (rows.next()) {
                orders.add(new BookedOrder(
                        rows.getString(1),
                        rows.getString(2),
                        Role.valueOf(rows.getString(3)),
                        OrderStatus.valueOf(rows.getString(4)),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6),
                        rows.getString(7)));
            }
        }
        return orders;
    }

    private static List<BookedParent> parents(Statement statement) throws SQLException {
        List<BookedParent> parents = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select o.parent_order_id, o.idempotency_key, o.quantity, p.state, p.filled_quantity
                from execution.parent_orders o left join execution.parent_plans p using (parent_order_id)""")) {
            while (rows.next()) {
                String state = rows.getString(4);
                parents.add(new BookedParent(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBigDecimal(3),
                        state == null ? null : ParentState.valueOf(state),
                        rows.getBigDecimal(5)));
            }
        }
        return parents;
    }

    private static List<BookedFill> fills(Statement statement) throws SQLException {
        List<BookedFill> fills = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select exec_id, client_order_id, quantity, price, commission
                from execution.fills where current and quantity <> 0""")) {
            while (rows.next()) {
                fills.add(new BookedFill(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBigDecimal(3),
                        rows.getBigDecimal(4),
                        rows.getBigDecimal(5)));
            }
        }
        return fills;
    }

    private static Map<String, BigDecimal> positions(Statement statement, String query) throws SQLException {
        Map<String, BigDecimal> positions = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                positions.merge(rows.getString(1), rows.getBigDecimal(2), BigDecimal::add);
            }
        }
        return positions;
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(machine.jdbcUrl(), "postgres", machine.superuserPassword());
    }
}
