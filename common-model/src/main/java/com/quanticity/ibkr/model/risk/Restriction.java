package com.quanticity.ibkr.model.risk;

/**
 * A contract that must not be traded, by anybody or by some.
 *
 * @param symbol the desk's symbol
 * @param scope for whom: firm, a desk, a strategy or a user
 * @param reason why, one line
 */
public record Restriction(String symbol, RiskScope scope, String reason) {

    public Restriction {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("a restriction names a symbol");
        }
        if (scope.kind() == ScopeKind.INSTRUMENT) {
            throw new IllegalArgumentException("the restriction of " + symbol
                    + " is for firm, desk:NAME, strategy:NAME or user:NAME, was " + scope);
        }
    }
}
