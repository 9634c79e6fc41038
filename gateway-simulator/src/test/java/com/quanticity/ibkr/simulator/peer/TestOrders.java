package com.quanticity.ibkr.simulator.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Spells a plain stock order by hand, for every version, as the official Java client does. */
public final class TestOrders {

    private static final String MAX_INT = "2147483647";
    private static final String MAX_DOUBLE = "1.7976931348623157E308";

    private TestOrders() {}

    public static Object[] placeOrder(
            int version,
            int orderId,
            String symbol,
            String action,
            String quantity,
            String type,
            String limit,
            String tif,
            boolean transmit,
            String ref) {
        List<Object> f = new ArrayList<>();
        add(f, 3, orderId, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", "", "");
        add(f, action, quantity, type, limit, "", tif, "", "", "", 0, ref, transmit ? 1 : 0, 0, 0, 0, 0, 0, 0, 0);
        add(f, "", MAX_DOUBLE, "", "", "", "", "");
        addIf(f, version < 177, "");
        add(f, "", 0, "", -1, 0, "", "", 0, "", "", 0, 0, "", 0, "", "", "", "", "");
        add(f, 0, "", MAX_INT, "", "", 0, MAX_INT, "", "", "", "", "", "", "", "", "", 0, "", "", 0);
        add(f, 0, "", "", 0, "", 0, 0, 0, 0);
        add(f, "", MAX_DOUBLE, MAX_DOUBLE, MAX_DOUBLE, MAX_DOUBLE, MAX_DOUBLE, 0);
        add(f, "", "", "", "", "", "", "", "", 0, 0, 0, "", MAX_INT, MAX_INT, 0, "", "");
        addIf(f, version >= 183, "");
        addIf(f, version >= 184, 0);
        addIf(f, version >= 187 && version < 190, "", MAX_INT);
        addIf(f, version >= 189, 0);
        addIf(f, version >= 192, MAX_INT);
        addIf(f, version >= 199, 0);
        return f.toArray();
    }

    private static void add(List<Object> fields, Object... more) {
        Collections.addAll(fields, more);
    }

    private static void addIf(List<Object> fields, boolean present, Object... more) {
        if (present) {
            Collections.addAll(fields, more);
        }
    }
}
