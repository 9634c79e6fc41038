package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.Pegging;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What pegged, snapped and volatility prices are made of. */
final class PegReader {

    private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

    private PegReader() {}

    static Pegging read(Fields order, OrderType type, Instrument instrument, Findings findings) {
        refuseVolatilityAttributes(order, type, findings);
        return switch (type.kind()) {
            case PEGGED, SNAP, COMBINED -> {
                check(order, type, findings);
                yield pegging(order, null);
            }
            case VOLATILITY -> pegging(order, volatility(order, findings));
            case MARKET, LIMIT, STOP, TOUCHED, TRAIL, CLOSING, UNAVAILABLE -> Pegging.NONE;
        };
    }

    private static Pegging pegging(Fields order, @Nullable BigDecimal volatility) {
        return new Pegging(
                order.decimal("order.auxPrice"),
                order.decimal("order.percentOffset"),
                order.decimal("order.midOffsetAtWhole"),
                order.decimal("order.midOffsetAtHalf"),
                order.decimal("order.competeAgainstBestOffset"),
                order.decimal("order.delta"),
                order.decimal("order.startingPrice"),
                order.decimal("order.stockRefPrice"),
                order.decimal("order.stockRangeLower"),
                order.decimal("order.stockRangeUpper"),
                order.decimal("order.peggedChangeAmount"),
                order.decimal("order.referenceChangeAmount"),
                order.flag("order.isPeggedChangeAmountDecrease"),
                order.integer("order.referenceContractId"),
                volatility,
                isDeltaNeutral(order));
    }

    /** Real gateways echo {@code None} for no hedge. */
    private static boolean isDeltaNeutral(Fields order) {
        String type = order.text("order.deltaNeutralOrderType");
        return !type.isEmpty() && !type.equals("None");
    }

    private static void check(Fields order, OrderType type, Findings findings) {
        BigDecimal percent = order.decimal("order.percentOffset");
        switch (type) {
            case RELATIVE, PASSIVE_RELATIVE -> {
                findings.refuseIf(
                        order.decimal("order.auxPrice") == null && percent == null,
                        158,
                        "Either offset or percent offset is needed for a relative order.");
                findings.refuseIf(
                        percent != null && (percent.signum() < 0 || percent.compareTo(BigDecimal.ONE) > 0),
                        159,
                        "Invalid percent offset: give a fraction from 0 to 1.");
            }
            case PEGGED_TO_STOCK -> {
                BigDecimal delta = order.decimal("order.delta");
                findings.refuseIf(
                        delta == null || delta.signum() < 0 || delta.compareTo(ONE_HUNDRED) > 0,
                        335,
                        "Invalid delta: give 0 to 100.");
                checkRange(order, findings);
            }
            case PEGGED_TO_BENCHMARK -> {
                findings.invalidIf(
                        order.decimal("order.startingPrice") == null
                                || !OrderReader.isSet(order.decimal("order.referenceChangeAmount"))
                                || order.integer("order.referenceContractId") == 0,
                        "A pegged to benchmark order needs a starting price, a reference contract and its change amount");
                checkRange(order, findings);
            }
            default -> {
                // nothing else must be given
            }
        }
    }

    private static void checkRange(Fields order, Findings findings) {
        BigDecimal lower = order.decimal("order.stockRangeLower");
        BigDecimal upper = order.decimal("order.stockRangeUpper");
        boolean isNegative = lower != null && lower.signum() < 0 || upper != null && upper.signum() < 0;
        findings.refuseIf(isNegative, 375, "The stock range must not be negative.");
        findings.refuseIf(
                lower != null && upper != null && upper.signum() != 0 && lower.compareTo(upper) >= 0,
                374,
                "The lower stock range must be below the upper one.");
    }

    private static @Nullable BigDecimal volatility(Fields order, Findings findings) {
        BigDecimal volatility = order.decimal("order.volatility");
        findings.refuseIf(
                volatility == null || volatility.signum() <= 0, 371, "A volatility order needs a positive volatility.");
        BigDecimal type = order.decimal("order.volatilityType");
        boolean isDaily = type != null && type.compareTo(BigDecimal.ONE) == 0;
        boolean isAnnual = type != null && type.compareTo(BigDecimal.TWO) == 0;
        findings.refuseIf(!isDaily && !isAnnual, 367, "The volatility type must be 1 or 2 for a volatility order.");
        BigDecimal reference = order.decimal("order.referencePriceType");
        findings.refuseIf(
                reference != null
                        && reference.signum() != 0
                        && reference.compareTo(BigDecimal.ONE) != 0
                        && reference.compareTo(BigDecimal.TWO) != 0,
                368,
                "The reference price type must be 1 or 2.");
        checkRange(order, findings);
        if (volatility == null) {
            return null;
        }
        // a day's volatility grows with the root of the year's 252 trading days
        return isDaily ? volatility.multiply(BigDecimal.valueOf(Math.sqrt(252))) : volatility;
    }

    private static void refuseVolatilityAttributes(Fields order, OrderType type, Findings findings) {
        boolean isVolatility = type.kind() == OrderType.Kind.VOLATILITY;
        findings.invalidIf(
                isDeltaNeutral(order) && !isVolatility, "Only a volatility order can have a delta neutral order type");
        checkDeltaHedge(order, findings);
        BigDecimal volatilityType = order.decimal("order.volatilityType");
        findings.refuseIf(
                !isVolatility && OrderReader.isSet(volatilityType),
                367,
                "The volatility type is only for volatility orders.");
        findings.refuseIf(
                !isVolatility && order.flag("order.continuousUpdate"),
                372,
                "Continuous update is only for volatility orders.");
    }

    private static void checkDeltaHedge(Fields order, Findings findings) {
        String type = order.text("order.deltaNeutralOrderType");
        BigDecimal price = order.decimal("order.deltaNeutralAuxPrice");
        findings.refuseIf(
                isDeltaNeutral(order) && !type.equals("MKT") && !type.equals("LMT"),
                380,
                "Invalid delta hedge order type: the simulator hedges with MKT and LMT.");
        findings.refuseIf(
                type.equals("LMT") ? price == null || price.signum() <= 0 : price != null && price.signum() != 0,
                377,
                "A delta hedge takes an aux price as its limit with LMT, none with MKT.");
    }
}
