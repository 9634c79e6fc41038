package com.quanticity.ibkr.model.stream;

import static com.quanticity.ibkr.model.stream.TopicMessages.AT;
import static com.quanticity.ibkr.model.stream.TopicMessages.ID;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderPreview;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderCondition;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A message of every type about our orders, with every field filled. */
final class OrderMessages {

    static final Order ORDER = new Order(
            ID,
            "DU1",
            "SPY",
            Side.BUY,
            OrderType.LIMIT,
            new BigDecimal("10.50"),
            new BigDecimal("168.4100"),
            TimeInForce.DAY,
            "manual");
    static final Order LADEN = Order.of(
                    ID,
                    "OPT:SPY 20261218 C 500",
                    Side.SELL,
                    BigDecimal.TEN,
                    new OrderTerms.TrailLimit(null, new BigDecimal("1.5"), BigDecimal.ONE, BigDecimal.ZERO, null),
                    "manual")
            .withLifetime(Lifetime.until(AT).startingAt(AT))
            .decidedBy(null, "trader")
            .withAttributes(OrderAttributes.builder()
                    .oca(new OcaGroup("g", OcaType.REDUCE))
                    .parent(ID)
                    .transmit(false)
                    .outsideRth(true)
                    .displaySize(BigDecimal.ONE)
                    .hidden(true)
                    .allOrNone(true)
                    .triggerMethod(TriggerMethod.LAST)
                    .conditions(new OrderConditions(
                            List.of(
                                    new OrderCondition.Price(
                                            OrderCondition.Join.AND,
                                            "SPY",
                                            true,
                                            BigDecimal.ONE,
                                            TriggerMethod.BROKER_CHOICE),
                                    new OrderCondition.Time(OrderCondition.Join.OR, false, AT)),
                            true,
                            false))
                    .algo(new OrderAlgo.Vwap(new BigDecimal("0.1"), AT, null, true, false, true))
                    .openClose(OpenClose.OPEN)
                    .shortSale(new ShortSale(ShortSale.Source.THIRD_PARTY, "ABC", null, "L-7"))
                    .build());
    static final OrderGroup BRACKET = OrderGroup.bracket(
            "g1",
            ORDER,
            List.of(Order.of(
                    ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAX"),
                    "SPY",
                    Side.SELL,
                    BigDecimal.TEN,
                    new OrderTerms.Stop(BigDecimal.ONE),
                    "manual")));
    static final OrderPreview.Amount AMOUNT = new OrderPreview.Amount(BigDecimal.ONE, null, BigDecimal.TEN);
    static final Execution EXECUTION = new Execution(
            "0001.01.01",
            ClientId.of(1),
            OrderId.of(7),
            PermId.of(9_876_543_210L),
            "DU1",
            ContractId.of(756733),
            "SPY",
            Side.BUY,
            new BigDecimal("10"),
            new BigDecimal("168.41"),
            new BigDecimal("10"),
            null,
            "ARCA",
            AT);

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(Topics.ORDER_COMMAND, "submit", new OrderCommand.Submit(ORDER, "trader")),
                Arguments.of(Topics.ORDER_COMMAND, "cancel", new OrderCommand.Cancel(ID, "trader")),
                Arguments.of(Topics.ORDER_COMMAND, "submit-group", new OrderCommand.SubmitGroup(BRACKET, "trader")),
                Arguments.of(
                        Topics.ORDER_COMMAND,
                        "modify",
                        new OrderCommand.Modify(
                                ID, "m1", new OrderChange(BigDecimal.TEN, null, Lifetime.until(AT)), "trader")),
                Arguments.of(
                        Topics.ORDER_COMMAND,
                        "cancel-all",
                        new OrderCommand.CancelAll(new CancelScope.Strategy("pairs"), "drill", "trader")),
                Arguments.of(Topics.ORDER_COMMAND, "preview", new OrderCommand.Preview(LADEN, "trader")),
                Arguments.of(Topics.ORDER_COMMAND, "preview-group", new OrderCommand.PreviewGroup(BRACKET, "trader")),
                Arguments.of(Topics.ORDER_EVENT, "cancel-pending", new OrderEvent.CancelPending(ID, AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "modify-pending",
                        new OrderEvent.ModifyPending(ID, "m1", OrderChange.limit(BigDecimal.ONE), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "modified",
                        new OrderEvent.Modified(ID, "m1", OrderChange.quantity(BigDecimal.ONE), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "modify-failed",
                        new OrderEvent.ModifyFailed(ID, "m1", OrderEvent.ModifyFailure.REFUSED, "104", "late", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "previewed",
                        new OrderEvent.Previewed(
                                ID,
                                OrderEvent.PreviewOutcome.ANSWERED,
                                new OrderPreview(AMOUNT, AMOUNT, AMOUNT, "USD", null, BigDecimal.ONE, null, "USD", ""),
                                "",
                                "",
                                "",
                                "",
                                AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "previewed",
                        new OrderEvent.Previewed(
                                ID,
                                OrderEvent.PreviewOutcome.DENIED,
                                null,
                                "PRICE_COLLAR",
                                "order 1 of 1, SELL STOP: too far",
                                "1.00",
                                "5 %",
                                List.of(new PreviewedOrder(
                                        ID,
                                        OrderEvent.PreviewOutcome.DENIED,
                                        null,
                                        "PRICE_COLLAR",
                                        "too far",
                                        "1.00",
                                        "5 %")),
                                AT)),
                Arguments.of(
                        Topics.ORDER_EVENT, "accepted", new OrderEvent.Accepted(ID, ClientId.of(1), OrderId.of(7), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "denied",
                        new OrderEvent.Denied(ID, DenialReason.TRADING_HALTED, "halted", "HALTED", "ACTIVE", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "working",
                        new OrderEvent.Working(
                                ID,
                                ClientId.of(1),
                                OrderId.of(7),
                                null,
                                "Submitted",
                                BigDecimal.ZERO,
                                BigDecimal.TEN,
                                AT)),
                Arguments.of(Topics.ORDER_EVENT, "executed", new OrderEvent.Executed(null, EXECUTION, AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "commission-reported",
                        new OrderEvent.CommissionReported(
                                ID, new CommissionReport("0001.01.01", new BigDecimal("1.00"), "USD", null), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "cancelled",
                        new OrderEvent.Cancelled(ID, ClientId.of(1), OrderId.of(7), PermId.of(5), "Cancelled", "", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "rejected",
                        new OrderEvent.Rejected(ID, ClientId.of(1), OrderId.of(7), 201, "no", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT, "request-refused", new OrderEvent.RequestRefused(ID, 10148, "filled", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "unknown",
                        new OrderEvent.Unknown(ID, ClientId.of(1), OrderId.of(7), "session lost", AT)));
    }

    private OrderMessages() {}
}
