package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState.AccountState;
import com.quanticity.ibkr.simulator.state.SimulatorState.PositionState;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The truth: what happened at the broker.
 *
 * @param at when it was looked at, on the simulator's clock
 * @param orders every order ever taken
 * @param fills every execution as it stands
 * @param positions by symbol, without those that are flat
 * @param idsRefused how many orders were refused because their id had been used (103)
 */
record Witnessed(
        Instant at, List<Taken> orders, List<Traded> fills, Map<String, BigDecimal> positions, long idsRefused) {

    private static final int DUPLICATE_ORDER_ID = 103;

    /**
     * An order at the broker.
     *
     * @param orderRef our client order id
     * @param steps how it came to stand so, oldest first, at least one
     */
    record Taken(int clientId, int orderId, long permId, String orderRef, List<Step> steps) {

        Taken {
            steps = List.copyOf(steps);
        }

        /** As the wire spells it. */
        String status() {
            return steps.getLast().status();
        }

        BigDecimal filled() {
            return steps.getLast().filled();
        }

        boolean isLive() {
            return steps.getLast().isLive();
        }

        @Override
        public String toString() {
            return "order " + clientId + "/" + orderId + " " + orderRef + " " + status() + " filled " + filled();
        }
    }

    /** A change of an order. */
    record Step(Instant at, String status, BigDecimal filled, BigDecimal remaining) {

        boolean isLive() {
            return switch (status) {
                case "Filled", "Cancelled", "ApiCancelled", "Inactive" -> false;
                default -> true;
            };
        }

        /** What can still fill. */
        BigDecimal open() {
            return isLive() ? remaining : BigDecimal.ZERO;
        }
    }

    /** An execution. */
    record Traded(
            String execId, int clientId, int orderId, BigDecimal quantity, BigDecimal price, BigDecimal commission) {}

    static Witnessed by(GatewaySimulator simulator) {
        WitnessReport report = simulator.witness().report();
        Map<String, BigDecimal> positions = new TreeMap<>();
        for (AccountState account : simulator.state().accounts()) {
            for (PositionState position : account.positions()) {
                if (position.quantity().signum() != 0) {
                    positions.merge(position.symbol(), position.quantity(), BigDecimal::add);
                }
            }
        }
        return new Witnessed(
                report.at(),
                report.orders().stream()
                        .map(order -> new Taken(
                                order.clientId(),
                                order.orderId(),
                                order.permId(),
                                order.orderRef(),
                                order.changes().stream()
                                        .map(step ->
                                                new Step(step.at(), step.status(), step.filled(), step.remaining()))
                                        .toList()))
                        .toList(),
                report.fills().stream()
                        .map(fill -> new Traded(
                                fill.execId(),
                                fill.clientId(),
                                fill.orderId(),
                                fill.shares(),
                                fill.price(),
                                fill.commission()))
                        .toList(),
                positions,
                report.clients().stream()
                        .mapToLong(client -> client.errors().getOrDefault(DUPLICATE_ORDER_ID, 0L))
                        .sum());
    }
}
