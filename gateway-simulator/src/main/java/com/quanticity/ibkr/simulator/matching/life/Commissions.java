package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;

/**
 * What orders cost, by kind of contract, in the contract's currency.
 *
 * <p>Source: the micro future's 0.62 from capture 08; the others have the shape of IBKR's published pricing.
 */
public final class Commissions {

    private static final BigDecimal A_CONTRACT_OF_OPTIONS = new BigDecimal("0.65");
    private static final BigDecimal A_FUTURE = new BigDecimal("2.25");
    private static final BigDecimal A_MICRO_FUTURE = new BigDecimal("0.62");
    private static final BigDecimal OF_CURRENCIES = new BigDecimal("0.00002");
    private static final BigDecimal LEAST_FOR_CURRENCIES = new BigDecimal("2.00");
    private static final BigDecimal OF_CRYPTO = new BigDecimal("0.0018");
    private static final BigDecimal OF_BONDS = new BigDecimal("0.001");

    private final Commission stocks;

    public Commissions(Commission stocks) {
        this.stocks = stocks;
    }

    /** Commission of an order that traded so much for so much money in all. */
    public BigDecimal ofOrder(ListedContract contract, BigDecimal quantity, BigDecimal value) {
        return switch (contract.secType()) {
            case "OPT", "FOP" -> quantity.multiply(A_CONTRACT_OF_OPTIONS).max(BigDecimal.ONE);
            case "FUT" -> quantity.multiply(isMicro(contract) ? A_MICRO_FUTURE : A_FUTURE);
            case "CASH" -> value.abs().multiply(OF_CURRENCIES).max(LEAST_FOR_CURRENCIES);
            case "CRYPTO" -> value.abs().multiply(OF_CRYPTO);
            case "BOND" -> value.abs().multiply(OF_BONDS).max(BigDecimal.ONE);
            default -> stocks.ofOrder(quantity, value);
        };
    }

    /** The micro contracts of index futures start with an M: MES, MNQ, M2K, MYM. */
    private static boolean isMicro(ListedContract contract) {
        return contract.symbol().length() == 3 && contract.symbol().startsWith("M");
    }
}
