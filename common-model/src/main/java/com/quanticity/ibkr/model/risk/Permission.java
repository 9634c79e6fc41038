package com.quanticity.ibkr.model.risk;

/**
 * Who may trade what. An order passes when one permission allows it; {@code *} allows all. No permission at all allows nothing.
 *
 * @param user who asked for the order
 * @param strategy strategy of the order
 * @param symbol the desk's symbol
 */
public record Permission(String user, String strategy, String symbol) {

    /** Everybody everything. */
    public static final Permission ALL = new Permission(RiskScope.EACH, RiskScope.EACH, RiskScope.EACH);

    public boolean allows(String byUser, String ofStrategy, String inSymbol) {
        return covers(user, byUser) && covers(strategy, ofStrategy) && covers(symbol, inSymbol);
    }

    private static boolean covers(String allowed, String asked) {
        return allowed.equals(RiskScope.EACH) || allowed.equals(asked);
    }
}
