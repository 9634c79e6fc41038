package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Amount;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Pricing;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.matching.terms.Work;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order's fields and checks them as the gateway does before it accepts anything.
 *
 * <p>An attribute that this simulator does not act on is refused: to fill such an order as if it were plain would teach
 * its sender something false.
 */
public final class OrderReader {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private static final List<String> NUMBERS = List.of(
            "totalQuantity",
            "cashQty",
            "lmtPrice",
            "auxPrice",
            "trailStopPrice",
            "trailingPercent",
            "lmtPriceOffset",
            "percentOffset",
            "discretionaryAmt",
            "startingPrice",
            "stockRefPrice",
            "stockRangeLower",
            "stockRangeUpper",
            "volatility",
            "scalePriceIncrement",
            "scaleProfitOffset",
            "scalePriceAdjustValue",
            "triggerPrice",
            "adjustedStopPrice",
            "adjustedStopLimitPrice",
            "adjustedTrailingAmount");

    private final ZoneId loginZone;

    /** @param loginZone in which times without a zone are read */
    public OrderReader(ZoneId loginZone) {
        this.loginZone = loginZone;
    }

    public OrderReading read(Fields order, Instrument instrument) {
        Findings findings = new Findings(loginZone);
        refuseConstants(order, findings);
        refuseAbsurdNumbers(order, findings);
        OrderType type = TypeReader.type(order, instrument, findings);
        OrderTerms terms = new OrderTerms(
                amount(order, instrument, findings),
                new Pricing(
                        type,
                        PriceReader.limit(order, type, instrument, findings),
                        PriceReader.trigger(order, type, instrument, findings),
                        PriceReader.triggerMethod(order.integer("order.triggerMethod"), findings),
                        PriceReader.trailing(order, type, findings),
                        PegReader.read(order, type, instrument, findings),
                        PriceReader.adjustment(order, type, findings)),
                LifetimeReader.read(order, type, instrument, findings),
                LinksReader.links(order),
                new Work(
                        DisplayReader.read(order, instrument, findings),
                        ConditionReader.read(order, type, findings),
                        AlgoReader.read(order, type, findings),
                        ScaleReader.read(order, type, findings),
                        LinksReader.hedge(order, findings)));
        refuseShortSaleSlots(order, findings);
        refuseUnserved(order, instrument, findings);
        return findings.refusal()
                .<OrderReading>map(refusal -> refusal)
                .orElseGet(() -> new OrderReading.Terms(terms, findings.warnings()));
    }

    /** Numbers that fit the wire and mean nothing: the documents name no bound, a trillion is beyond every market. */
    private static void refuseAbsurdNumbers(Fields order, Findings findings) {
        for (String name : NUMBERS) {
            BigDecimal value = order.decimal("order." + name);
            findings.invalidIf(
                    value != null && value.abs().compareTo(MOST) > 0,
                    "The value of order." + name + " is out of range: give at most " + MOST.toPlainString());
        }
    }

    private static void refuseConstants(Fields order, Findings findings) {
        findings.refuseIf(
                order.text("eTradeOnly").equals("1"), 10268, "The 'EtradeOnly' order attribute is not supported.");
        findings.refuseIf(
                order.text("firmQuoteOnly").equals("1"),
                10269,
                "The 'FirmQuoteOnly' order attribute is not supported.");
        findings.refuseIf(
                order.decimal("nbboPriceCap") != null, 10270, "The 'NbboPriceCap' order attribute is not supported.");
        findings.refuseIf(
                order.text("order.postToAts").equals("0"),
                10274,
                "The 'PostToAts' order attribute must be unset, not 0.");
        BigDecimal duration = order.decimal("order.duration");
        findings.refuseIf(
                duration != null && duration.signum() <= 0, 10273, "The 'Duration' order attribute must be above 0.");
    }

    private static Amount amount(Fields order, Instrument instrument, Findings findings) {
        return new Amount(
                side(order, findings),
                order.text("order.action").equals("SSHORT"),
                QuantityReader.quantity(order, instrument, findings),
                order.decimal("order.cashQty"));
    }

    private static Side side(Fields order, Findings findings) {
        String action = order.text("order.action");
        findings.invalidIf(
                !action.equals("BUY") && !action.equals("SELL") && !action.equals("SSHORT"),
                "Invalid order action was entered");
        return action.equals("BUY") ? Side.BUY : Side.SELL;
    }

    private static void refuseShortSaleSlots(Fields order, Findings findings) {
        int slot = order.integer("order.shortSaleSlot");
        boolean isLocated = !order.text("order.designatedLocation").isEmpty();
        findings.refuseIf(slot < 0 || slot > 2, 347, "Short sale slot value must be 1 or 2.");
        findings.refuseIf(
                slot != 0 && !order.text("order.action").equals("SSHORT"),
                348,
                "Short sale slot value is only for short sales.");
        findings.refuseIf(slot == 2 && !isLocated, 352, "A short sale with slot 2 needs a location.");
        findings.refuseIf(slot == 1 && isLocated, 353, "A short sale with slot 1 must have no location.");
    }

    private static void refuseUnserved(Fields order, Instrument instrument, Findings findings) {
        findings.invalidIf(
                !order.text("order.faGroup").isEmpty()
                        && (instrument.isCombo()
                                || order.flag("order.whatIf")
                                || !order.text("order.hedgeType").isEmpty()),
                "The simulator shares out plain orders only: no combinations, hedges and previews for a group");
        boolean isDeltaNeutral = order.flag("deltaNeutralContract");
        findings.refuseIf(
                isDeltaNeutral && !instrument.isCombo(),
                429,
                "Delta neutral orders are only possible for combinations.");
        findings.invalidIf(
                isDeltaNeutral, "The simulator does not trade delta neutral combinations: give the stock as a leg");
        findings.invalidIf(!order.text("order.scaleTable").isEmpty(), "The simulator does not serve order.scaleTable");
    }

    static boolean isSet(@Nullable BigDecimal value) {
        return value != null && value.signum() != 0;
    }
}
