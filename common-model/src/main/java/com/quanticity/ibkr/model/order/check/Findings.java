package com.quanticity.ibkr.model.order.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong. Confined to one check. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(all);
    }

    void add(String field, @Nullable Object value, String rule) {
        all.add(new Finding(field, text(value), rule));
    }

    void addIf(boolean wrong, String field, @Nullable Object value, String rule) {
        if (wrong) {
            add(field, value, rule);
        }
    }

    void positive(String field, @Nullable BigDecimal value) {
        addIf(value != null && value.signum() <= 0, field, value, "must be greater than 0");
    }

    void exactlyOne(String field, @Nullable BigDecimal value, String otherField, @Nullable BigDecimal other) {
        addIf(value == null && other == null, field, null, "or " + otherField + " must be given");
        addIf(value != null && other != null, field, value, "and " + otherField + " must not both be given");
    }

    void wholeSeconds(String field, @Nullable Instant time) {
        addIf(time != null && time.getNano() != 0, field, time, "must be in whole seconds");
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }
}
