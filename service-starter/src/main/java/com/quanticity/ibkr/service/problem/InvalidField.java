package com.quanticity.ibkr.service.problem;

import org.jspecify.annotations.Nullable;

/**
 * One field of a request that breaks a rule.
 *
 * @param field path of the field, for example {@code legs[0].price}
 * @param value what was sent, null when nothing was
 * @param rule what it must be
 */
record InvalidField(String field, @Nullable Object value, String rule) {

    static InvalidField of(String field, @Nullable Object value, @Nullable String rule) {
        return new InvalidField(
                field, value == null ? null : Problems.shown(value), rule == null ? "is not valid" : rule);
    }

    /** One phrase: {@code quantity (was -5) must be greater than 0}. */
    String phrase() {
        return field + " (was " + (value == null ? "absent" : "'" + value + "'") + ") " + rule;
    }
}
