package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.util.List;

/**
 * The accounts of the login, in the order of MANAGED_ACCTS.
 *
 * @param accounts exactly one for now
 */
public record AccountOptions(List<AccountTerms> accounts) {

    public AccountOptions {
        accounts = List.copyOf(accounts);
        if (accounts.size() != 1) {
            throw new IllegalArgumentException("give one account, not " + accounts.size());
        }
    }

    /** DU1234567 with one million dollars. */
    public static AccountOptions defaults() {
        return new AccountOptions(List.of(new AccountTerms("DU1234567", new BigDecimal("1000000.00"))));
    }

    /** The account that orders without account go to. */
    public AccountTerms first() {
        return accounts.getFirst();
    }

    /**
     * How one account begins.
     *
     * @param code such as {@code DU1234567}
     * @param startCash US dollars at the start, unless the state file says otherwise
     */
    public record AccountTerms(String code, BigDecimal startCash) {

        public AccountTerms {
            if (!code.matches("[A-Z][A-Z0-9]{2,14}")) {
                throw new IllegalArgumentException("account must look like DU1234567, not " + code);
            }
        }
    }
}
