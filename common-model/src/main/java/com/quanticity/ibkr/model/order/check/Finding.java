package com.quanticity.ibkr.model.order.check;

/**
 * One thing that is wrong with an order.
 *
 * @param field name of the field as REST names it, for example {@code limitPrice}
 * @param value what it holds, empty when it is missing
 * @param rule what is wanted instead, to be read after the field's name
 */
public record Finding(String field, String value, String rule) {

    /** One line: field, rule, value. */
    public String text() {
        return field + " " + rule + (value.isEmpty() ? "" : ", was " + value);
    }
}
