package com.quanticity.ibkr.simulator.wire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The named fields of one message, as wire text, with typed readers.
 *
 * <p>Names are those of the layout files ({@code order.lmtPrice}); the elements of a group are {@code Fields} of their
 * own, whose names lack the group's prefix. The wire's three spellings of "unset" (empty, largest integer, largest
 * double) end here: typed readers answer {@code null} for them.
 */
public final class Fields {

    /** The spellings of an unset decimal. Source: tws-wire README, section 4. */
    private static final Set<String> UNSET = Set.of(
            "",
            "2147483647",
            "9223372036854775807",
            "-9223372036854775808",
            "1.7976931348623157E308",
            "1.7976931348623157E+308",
            "INFINITY",
            "-INFINITY",
            "NAN");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<Fields>> groups = new LinkedHashMap<>();

    /** Sets one field; the text must be its wire spelling. */
    public Fields put(String name, String text) {
        values.put(name, text);
        return this;
    }

    public Fields put(String name, long value) {
        return put(name, Long.toString(value));
    }

    public Fields put(String name, BigDecimal value) {
        return put(name, plain(value));
    }

    /** Sets the elements of a group. */
    public Fields putGroup(String name, List<Fields> elements) {
        groups.put(name, List.copyOf(elements));
        return this;
    }

    /** The text of a field, empty when it was not given or does not exist at the agreed version. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number; an empty field reads as 0. */
    public int integer(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    public boolean flag(String name) {
        return integer(name) != 0;
    }

    /** A decimal, or null when it is unset in any spelling. */
    public @Nullable BigDecimal decimal(String name) {
        String text = text(name).toUpperCase(Locale.ROOT);
        return UNSET.contains(text) ? null : new BigDecimal(text);
    }

    /** The elements of a group, in wire order; empty when it is absent. */
    public List<Fields> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    /** The names of the plain fields, in wire order. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The names of the groups. */
    public Set<String> groupNames() {
        return groups.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A decimal as gateways spell it: no exponent, no trailing zeros. */
    public static String plain(BigDecimal value) {
        String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return text;
    }

    @Override
    public String toString() {
        return values + (groups.isEmpty() ? "" : groups.toString());
    }
}
