package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Lifetime;
import com.quanticity.ibkr.simulator.matching.terms.OrderType;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order starts and ends, and in which hours it works. */
final class LifetimeReader {

    private LifetimeReader() {}

    static Lifetime read(Fields order, OrderType type, Instrument instrument, Findings findings) {
        String text = order.text("order.tif");
        if (text.isEmpty()) {
            findings.warn(10349, "Order TIF was set to DAY based on order preset.");
        }
        TimeInForce timeInForce =
                text.isEmpty() ? TimeInForce.DAY : TimeInForce.of(text).orElse(null);
        findings.invalidIf(timeInForce == null, "Invalid time in force was entered");
        if (timeInForce == null) {
            return Lifetime.of(TimeInForce.DAY);
        }
        refuseMisfits(timeInForce, type, instrument, findings);
        String manualTime = order.text("order.manualOrderTime");
        findings.refuseIf(
                !manualTime.isEmpty() && findings.time(manualTime).isEmpty(),
                391,
                "Invalid manual order time: write YYYYMMDD-HH:mm:ss or YYYYMMDD HH:mm:ss zone.");
        boolean needsEnd = timeInForce == TimeInForce.GTD || timeInForce == TimeInForce.GTT;
        String end = order.text("order.goodTillDate");
        findings.refuseIf(needsEnd && end.isEmpty(), 334, "Invalid good till date: a GTD order needs one.");
        return new Lifetime(
                timeInForce,
                end.isEmpty() ? null : time(end, 334, "Invalid good till date", findings),
                start(order, findings),
                isOutsideHours(order, type, findings),
                isOvernight(order, type, findings));
    }

    private static @Nullable Instant start(Fields order, Findings findings) {
        String start = order.text("order.goodAfterTime");
        return start.isEmpty() ? null : time(start, 337, "Invalid good after time", findings);
    }

    private static @Nullable Instant time(String text, int code, String what, Findings findings) {
        Instant time = findings.time(text).orElse(null);
        if (time == null) {
            findings.refuse(code, what + ": write YYYYMMDD HH:mm:ss zone or YYYYMMDD-HH:mm:ss, not " + text + ".");
        }
        return time;
    }

    private static void refuseMisfits(TimeInForce tif, OrderType type, Instrument instrument, Findings findings) {
        boolean isPlain = type == OrderType.MARKET || type == OrderType.LIMIT;
        findings.refuseIf(
                type.kind() == OrderType.Kind.CLOSING && tif != TimeInForce.DAY,
                113,
                "The tif (Tif type) should be set to DAY for MOC and LOC.");
        boolean isOpening = tif == TimeInForce.OPG || tif == TimeInForce.AUC;
        boolean isAtOnce = tif.isImmediate() && (type.isTriggered() || type.kind() == OrderType.Kind.PEGGED);
        findings.refuseIf(
                isOpening && !isPlain || isAtOnce || tif == TimeInForce.MINUTES && !instrument.isCrypto(),
                111,
                "The TIF (Tif type) and the order type are incompatible: " + tif.wireText() + " with " + type.wireText()
                        + " for " + instrument.secType() + ".");
    }

    /** Source: tws-wire orders.md, section 2: an ignored attribute gives warning 2109, the order works. */
    private static boolean isOutsideHours(Fields order, OrderType type, Findings findings) {
        if (!order.flag("order.outsideRth")) {
            return false;
        }
        boolean isIgnored = type.kind() == OrderType.Kind.MARKET || type.kind() == OrderType.Kind.CLOSING;
        if (isIgnored) {
            findings.warn(
                    2109,
                    "Order Event Warning:Attribute 'Outside Regular Trading Hours' is ignored based on the order type"
                            + " and destination. PlaceOrder is now being processed.");
        }
        return !isIgnored;
    }

    private static boolean isOvernight(Fields order, OrderType type, Findings findings) {
        if (!order.flag("order.includeOvernight")) {
            return false;
        }
        if (type != OrderType.LIMIT) {
            findings.warn(
                    2109,
                    "Order Event Warning:Attribute 'Include Overnight' is ignored based on the order type"
                            + " and destination. PlaceOrder is now being processed.");
        }
        return type == OrderType.LIMIT;
    }
}
