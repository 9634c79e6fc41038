package com.quanticity.ibkr.simulator.scenario;

import static com.quanticity.ibkr.simulator.scenario.Parameter.choice;
import static com.quanticity.ibkr.simulator.scenario.Parameter.optional;
import static com.quanticity.ibkr.simulator.scenario.Parameter.required;

import com.quanticity.ibkr.simulator.scenario.Action.Theme;
import com.quanticity.ibkr.simulator.scenario.Parameter.Type;
import java.util.List;

/** What can happen to orders and executions. */
final class OrderActions {

    private static final Parameter ORDER =
            optional("order", Type.WHOLE, "the order id, the newest open order's when left out");

    private static final Parameter CLIENT =
            optional("client", Type.WHOLE, "the client id, the newest open order's when left out");

    static final List<Action> ALL = List.of(
            Action.lasting(
                    "executions-twice",
                    Theme.ORDERS,
                    "Every execution and every order status arrives twice.",
                    (faults, given) -> {
                        faults.messages().duplicate("EXECUTION_DATA", null, null, 1);
                        faults.messages().duplicate("ORDER_STATUS", null, null, 1);
                    },
                    faults -> {
                        faults.messages().end("EXECUTION_DATA");
                        faults.messages().end("ORDER_STATUS");
                    }),
            Action.lasting(
                    "executions-late",
                    Theme.ORDERS,
                    "Executions arrive late, after the status that counts them.",
                    (faults, given) -> faults.messages().delay("EXECUTION_DATA", null, null, given.duration("by")),
                    faults -> faults.messages().end("EXECUTION_DATA"),
                    required("by", Type.DURATION, "how late")),
            Action.lasting(
                    "status-before-execution",
                    Theme.ORDERS,
                    "An execution waits until the order status behind it has gone out.",
                    (faults, given) -> faults.messages().putAfter("EXECUTION_DATA", null, null, "ORDER_STATUS"),
                    faults -> faults.messages().end("EXECUTION_DATA")),
            Action.lasting(
                    "commission-before-execution",
                    Theme.ORDERS,
                    "An execution waits until its commission report has gone out.",
                    (faults, given) -> faults.messages().putAfter("EXECUTION_DATA", null, null, "COMMISSION_REPORT"),
                    faults -> faults.messages().end("EXECUTION_DATA")),
            Action.lasting(
                    "no-commissions",
                    Theme.ORDERS,
                    "No commission report ever arrives.",
                    (faults, given) -> faults.messages().withhold("COMMISSION_REPORT", null, null),
                    faults -> faults.messages().end("COMMISSION_REPORT")),
            Action.lasting(
                    "cancel-refused",
                    Theme.ORDERS,
                    "Cancels, the global one included, are answered by 10148 for each open order and change nothing.",
                    (faults, given) -> faults.orders().refuseCancels(given.text("state", "PendingCancel")),
                    faults -> faults.orders().allowCancels(),
                    optional("state", Type.TEXT, "the state in the text, PendingCancel when left out")),
            Action.once(
                    "correct-execution",
                    Theme.ORDERS,
                    "The broker gives an execution another price: the execution again under the next revision of its id.",
                    (faults, given) -> faults.orders().correct(given.optionalText("exec-id"), given.decimal("price")),
                    required("price", Type.DECIMAL, "the new price"),
                    optional("exec-id", Type.TEXT, "the execution, the newest when left out")),
            Action.once(
                    "bust-execution",
                    Theme.ORDERS,
                    "The broker takes an execution back.",
                    (faults, given) -> faults.orders().bust(given.optionalText("exec-id")),
                    optional("exec-id", Type.TEXT, "the execution, the newest when left out")),
            Action.once(
                    "fill-order",
                    Theme.ORDERS,
                    "The exchange fills a working order or a part of it, whatever the market shows.",
                    (faults, given) -> faults.orders()
                            .fill(
                                    given.optionalWhole("client"),
                                    given.optionalWhole("order"),
                                    given.optionalDecimal("quantity"),
                                    given.optionalDecimal("price")),
                    optional("quantity", Type.DECIMAL, "how much, all that is left when left out"),
                    optional("price", Type.DECIMAL, "at which price, the market's within the limit when left out"),
                    ORDER,
                    CLIENT),
            Action.once(
                    "cancel-order",
                    Theme.ORDERS,
                    "The broker cancels an order that nobody asked to cancel: Cancelled and 202.",
                    (faults, given) ->
                            faults.orders().cancel(given.optionalWhole("client"), given.optionalWhole("order")),
                    ORDER,
                    CLIENT),
            Action.once(
                    "reject-order",
                    Theme.ORDERS,
                    "The exchange rejects an order that was working: 201, then Inactive.",
                    (faults, given) -> faults.orders()
                            .reject(
                                    given.optionalWhole("client"),
                                    given.optionalWhole("order"),
                                    given.text("reason", "The exchange does not take the order")),
                    optional("reason", Type.TEXT, "the reason in the text"),
                    ORDER,
                    CLIENT),
            Action.once(
                    "order-status",
                    Theme.ORDERS,
                    "Tells a status of an order that is not its own, such as one that no document knows.",
                    (faults, given) -> faults.orders()
                            .show(given.optionalWhole("client"), given.optionalWhole("order"), given.text("status")),
                    required("status", Type.TEXT, "the status, any text"),
                    ORDER,
                    CLIENT),
            Action.once(
                    "manual-order",
                    Theme.ORDERS,
                    "Somebody types an order into the gateway itself.",
                    (faults, given) -> faults.orders()
                            .placeManually(
                                    given.text("symbol"),
                                    given.text("side").equals("BUY"),
                                    given.decimal("quantity"),
                                    given.optionalDecimal("limit")),
                    required("symbol", Type.TEXT, "the symbol"),
                    choice("side", true, List.of("BUY", "SELL"), "the side"),
                    required("quantity", Type.DECIMAL, "shares"),
                    optional("limit", Type.DECIMAL, "the limit, a market order when left out")),
            Action.once(
                    "order-message",
                    Theme.ORDERS,
                    "Sends a message about the newest order of a client, which does nothing to the order.",
                    (faults, given) -> faults.orders()
                            .say(
                                    given.optionalWhole("client"),
                                    given.optionalWhole("order"),
                                    given.whole("code"),
                                    given.text("text", "Order message of the scenario.")),
                    required("code", Type.WHOLE, "the code such as 399, 10349 or 2109"),
                    optional("text", Type.TEXT, "its text"),
                    optional("order", Type.WHOLE, "the order id, the newest order's when left out"),
                    optional("client", Type.WHOLE, "the client id, the newest order's when left out")));

    private OrderActions() {}
}
