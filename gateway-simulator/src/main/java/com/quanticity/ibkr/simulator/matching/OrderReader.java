package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.OrderReading.Terms;
import com.quanticity.ibkr.simulator.matching.OrderTerms.Side;
import com.quanticity.ibkr.simulator.matching.OrderTerms.TimeInForce;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order's fields and checks them as the gateway does before it accepts anything.
 *
 * <p>An attribute that this simulator does not act on is refused: to fill such an order as if it were plain would teach
 * its sender something false.
 */
final class OrderReader {

    /** Types a gateway knows and this simulator does not fill yet. Source: tws-wire orders.md, section 1. */
    private static final Set<String> OTHER_TYPES = Set.of(
            "STP",
            "STOP",
            "STP LMT",
            "STPLMT",
            "STP PRT",
            "TRAIL",
            "TRAIL LIMIT",
            "TRAILLMT",
            "MIT",
            "LIT",
            "MOC",
            "LOC",
            "MKT CLS",
            "LMT CLS",
            "MTL",
            "MKT PRT",
            "REL",
            "PASSV REL",
            "MIDPRICE",
            "PEG MID",
            "PEGMID",
            "PEG BEST",
            "PEGBEST",
            "PEG MKT",
            "PEG STK",
            "PEG BENCH",
            "PEGBENCH",
            "SNAP MID",
            "SNAP MKT",
            "SNAP PRIM",
            "VOL",
            "BOX TOP",
            "LMT + MKT",
            "REL + MKT",
            "REL + LMT",
            "TRAIL LIT",
            "TRAIL MIT",
            "QUOTE");

    private static final Set<String> OTHER_TIMES_IN_FORCE = Set.of("GTD", "OPG", "DTC", "AUC", "GTX", "GTT", "Minutes");

    private static final List<String> UNSERVED_NUMBERS = List.of(
            "order.whatIf",
            "order.parentId",
            "order.cashQty",
            "order.allOrNone",
            "order.minQty",
            "order.discretionaryAmt",
            "order.trailStopPrice",
            "order.triggerPrice",
            "order.scalePriceIncrement");

    private static final List<String> UNSERVED_TEXTS = List.of(
            "order.ocaGroup",
            "order.algoStrategy",
            "order.hedgeType",
            "order.goodAfterTime",
            "order.goodTillDate",
            "order.adjustedOrderType",
            "order.faGroup");

    private OrderReader() {}

    static OrderReading read(Fields order, ListedContract contract, String account) {
        return Stream.<Optional<Refusal>>of(
                        refusedConstant(order),
                        refusedAccount(order, account),
                        refusedType(order),
                        refusedAttribute(order),
                        refusedSide(order),
                        refusedTimeInForce(order),
                        refusedQuantity(order),
                        refusedLimit(order, contract))
                .flatMap(Optional::stream)
                .<OrderReading>map(refusal -> refusal)
                .findFirst()
                .orElseGet(() -> terms(order));
    }

    private static Terms terms(Fields order) {
        String tif = order.text("order.tif");
        BigDecimal quantity = order.decimal("order.totalQuantity");
        return new Terms(
                new OrderTerms(
                        order.text("order.action").equals("BUY") ? Side.BUY : Side.SELL,
                        quantity == null ? BigDecimal.ZERO : quantity,
                        isLimit(order) ? order.decimal("order.lmtPrice") : null,
                        tif.isEmpty() ? TimeInForce.DAY : TimeInForce.valueOf(tif)),
                tif.isEmpty());
    }

    private static boolean isLimit(Fields order) {
        return order.text("order.orderType").equals("LMT");
    }

    private static Optional<Refusal> refusedConstant(Fields order) {
        if (order.text("eTradeOnly").equals("1")) {
            return refuse(10268, "The 'EtradeOnly' order attribute is not supported.");
        }
        if (order.text("firmQuoteOnly").equals("1")) {
            return refuse(10269, "The 'FirmQuoteOnly' order attribute is not supported.");
        }
        if (order.decimal("nbboPriceCap") != null) {
            return refuse(10270, "The 'NbboPriceCap' order attribute is not supported.");
        }
        if (order.text("order.postToAts").equals("0")) {
            return refuse(10274, "The 'PostToAts' order attribute must be unset, not 0.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusedAccount(Fields order, String account) {
        String wanted = order.text("order.account");
        return wanted.isEmpty() || wanted.equals(account)
                ? Optional.empty()
                : refuse(321, "Error validating request.-'bF' : cause - Invalid account code '" + wanted + "'.");
    }

    private static Optional<Refusal> refusedType(Fields order) {
        String type = order.text("order.orderType");
        if (type.equals("MKT") || type.equals("LMT")) {
            return Optional.empty();
        }
        return OTHER_TYPES.contains(type)
                ? refuse(
                        387,
                        "Unsupported order type for this exchange and security type: the simulator fills MKT and LMT.")
                : refuse(321, "Error validating request.-'bF' : cause - Invalid order type was entered");
    }

    private static Optional<Refusal> refusedAttribute(Fields order) {
        return unservedAttribute(order)
                .map(name -> new Refusal(
                        321, "Error validating request.-'bF' : cause - The simulator does not serve " + name + "."));
    }

    private static Optional<String> unservedAttribute(Fields order) {
        if (!order.group("conditions").isEmpty()) {
            return Optional.of("conditions");
        }
        return Stream.concat(
                        UNSERVED_NUMBERS.stream().filter(name -> isNotZero(order, name)),
                        UNSERVED_TEXTS.stream().filter(name -> !order.text(name).isEmpty()))
                .findFirst();
    }

    private static boolean isNotZero(Fields order, String name) {
        BigDecimal value = order.decimal(name);
        return value != null && value.signum() != 0;
    }

    private static Optional<Refusal> refusedSide(Fields order) {
        return switch (order.text("order.action")) {
            case "BUY", "SELL", "SSHORT" -> Optional.empty();
            default -> refuse(321, "Error validating request.-'bF' : cause - Invalid order action was entered");
        };
    }

    private static Optional<Refusal> refusedTimeInForce(Fields order) {
        return switch (order.text("order.tif")) {
            case "", "DAY", "GTC", "IOC", "FOK" -> Optional.empty();
            case String known
            when OTHER_TIMES_IN_FORCE.contains(known) ->
                refuse(
                        111,
                        "The TIF (Tif type) and the order type are incompatible: the simulator serves DAY, GTC, IOC, FOK.");
            default -> refuse(321, "Error validating request.-'bF' : cause - Invalid time in force was entered");
        };
    }

    private static Optional<Refusal> refusedQuantity(Fields order) {
        BigDecimal quantity = order.decimal("order.totalQuantity");
        if (quantity == null) {
            return refuse(321, "Error validating request.-'bF' : cause - The size value is missing");
        }
        return quantity.signum() > 0
                ? Optional.empty()
                : refuse(
                        201,
                        "Order rejected - reason:The size value must be greater than zero, not "
                                + quantity.toPlainString());
    }

    private static Optional<Refusal> refusedLimit(Fields order, ListedContract contract) {
        if (!isLimit(order)) {
            return Optional.empty();
        }
        @Nullable BigDecimal limit = order.decimal("order.lmtPrice");
        if (limit == null) {
            return refuse(321, "Error validating request.-'bF' : cause - A limit order needs a limit price");
        }
        if (limit.signum() <= 0) {
            return refuse(201, "Order rejected - reason:The limit price must be greater than zero");
        }
        return limit.remainder(contract.minTick()).signum() == 0
                ? Optional.empty()
                : refuse(110, "The price does not conform to the minimum price variation for this contract.");
    }

    private static Optional<Refusal> refuse(int code, String text) {
        return Optional.of(new Refusal(code, text));
    }
}
