package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.Hedge;
import com.quanticity.ibkr.simulator.matching.terms.Links;
import com.quanticity.ibkr.simulator.matching.terms.Links.OcaType;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How an order hangs together with others. */
final class LinksReader {

    private LinksReader() {}

    static Links links(Fields order) {
        return new Links(
                order.integer("order.parentId"),
                order.text("order.ocaGroup"),
                OcaType.of(order.integer("order.ocaType")));
    }

    static @Nullable Hedge hedge(Fields order, Findings findings) {
        String text = order.text("order.hedgeType");
        if (text.isEmpty()) {
            return null;
        }
        Hedge.Type type = Hedge.Type.of(text).orElse(null);
        if (type == null) {
            findings.refuse(10007, "Invalid hedge type '" + text + "': give D, B, F or P.");
            return null;
        }
        findings.refuseIf(order.integer("order.parentId") == 0, 10006, "The parent order of the hedge is missing.");
        return new Hedge(type, ratio(order.text("order.hedgeParam"), type, findings));
    }

    private static BigDecimal ratio(String text, Hedge.Type type, Findings findings) {
        boolean needsRatio = type == Hedge.Type.BETA || type == Hedge.Type.PAIR;
        if (text.isEmpty() && !needsRatio) {
            return BigDecimal.ONE;
        }
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            boolean isBeta = type == Hedge.Type.BETA;
            findings.refuse(
                    isBeta ? 10008 : 10009,
                    "Invalid " + (isBeta ? "beta" : "hedge ratio") + " '" + text + "': give a number.");
            return BigDecimal.ONE;
        }
        return new BigDecimal(text).abs();
    }
}
