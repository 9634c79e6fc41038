package com.quanticity.ibkr.model.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a limit, a restriction or a trading state is about, written {@code firm}, {@code strategy:alpha} or {@code instrument:SPY}. The
 * name {@code *} stands for each one of its kind by itself, so far as no rule of the same kind names it.
 *
 * @param kind firm, desk, strategy, instrument or user
 * @param name empty for the firm, never empty for the others
 */
public record RiskScope(ScopeKind kind, String name) {

    /** Everything. */
    public static final RiskScope FIRM = new RiskScope(ScopeKind.FIRM, "");

    /** The name that stands for each one. */
    public static final String EACH = "*";

    public RiskScope {
        if ((kind == ScopeKind.FIRM) != name.isBlank()) {
            throw new IllegalArgumentException(
                    "a scope is 'firm' or kind:name such as 'strategy:alpha', was '" + kind + ":" + name + "'");
        }
    }

    public static RiskScope strategy(String name) {
        return new RiskScope(ScopeKind.STRATEGY, name);
    }

    public static RiskScope instrument(String symbol) {
        return new RiskScope(ScopeKind.INSTRUMENT, symbol);
    }

    /** Each one of a kind by itself. */
    public static RiskScope each(ScopeKind kind) {
        return new RiskScope(kind, EACH);
    }

    /** @throws IllegalArgumentException when the text is no scope */
    @JsonCreator
    public static RiskScope parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        for (ScopeKind known : ScopeKind.values()) {
            if (known.name().equalsIgnoreCase(kind)) {
                return new RiskScope(known, colon < 0 ? "" : text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "a scope is firm, desk:NAME, strategy:NAME, instrument:SYMBOL or user:NAME, was '" + text + "'");
    }

    public boolean isEach() {
        return name.equals(EACH);
    }

    @JsonValue
    @Override
    public String toString() {
        String text = kind.name().toLowerCase(Locale.ROOT);
        return kind == ScopeKind.FIRM ? text : text + ":" + name;
    }
}
