package com.quanticity.ibkr.model.order.check;

import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.TimeInForce;
import java.time.Instant;

/** Which lifetime goes with which type. */
final class LifetimeRules {

    private LifetimeRules() {}

    static void check(Order order, Instant now, Findings found) {
        Lifetime lifetime = order.lifetime();
        times(lifetime, now, found);
        String wrong = wrongTimeInForce(order);
        found.addIf(!wrong.isEmpty(), "timeInForce", lifetime.timeInForce(), wrong);
        found.addIf(
                lifetime.from() != null
                        && (OrderRules.isAuction(order) || OrderRules.isImmediate(lifetime.timeInForce())),
                "goodFrom",
                lifetime.from(),
                "must be absent for an order that works at once or in an auction");
    }

    private static void times(Lifetime lifetime, Instant now, Findings found) {
        Instant until = lifetime.until();
        Instant from = lifetime.from();
        boolean isTillDate = lifetime.timeInForce() == TimeInForce.GOOD_TILL_DATE;
        found.addIf(isTillDate && until == null, "goodUntil", null, "must be given for GOOD_TILL_DATE");
        found.addIf(!isTillDate && until != null, "goodUntil", until, "must be absent unless GOOD_TILL_DATE");
        found.addIf(until != null && !until.isAfter(now), "goodUntil", until, "must be in the future");
        found.addIf(
                until != null && from != null && !until.isAfter(from), "goodUntil", until, "must be after goodFrom");
        found.wholeSeconds("goodUntil", until);
        found.wholeSeconds("goodFrom", from);
    }

    /** What is wanted instead, empty when nothing is wrong. */
    private static String wrongTimeInForce(Order order) {
        OrderType type = order.type();
        TimeInForce tif = order.timeInForce();
        return switch (type) {
            case MARKET, LIMIT -> "";
            case MARKET_ON_CLOSE, LIMIT_ON_CLOSE, MIDPRICE -> tif == TimeInForce.DAY ? "" : "must be DAY for " + type;
            case STOP, STOP_LIMIT, TRAIL, TRAIL_LIMIT, MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED ->
                OrderRules.isImmediate(tif) || tif == TimeInForce.AT_THE_OPENING
                        ? "must let a " + type + " order wait for its price"
                        : "";
            case RELATIVE, PEGGED_TO_MIDPOINT ->
                OrderRules.isImmediate(tif) || tif == TimeInForce.AT_THE_OPENING
                        ? "must let a " + type + " order rest"
                        : "";
            case MARKET_TO_LIMIT ->
                tif == TimeInForce.AT_THE_OPENING ? "AT_THE_OPENING is for MARKET and LIMIT orders only" : "";
        };
    }
}
