package com.quanticity.ibkr.console.environment;

/** How account names are judged and shown. */
public final class AccountName {

    private static final int SHOWN_START = 2;
    private static final int SHOWN_END = 3;

    private AccountName() {}

    /** {@code DU…567}; names too short to hide anything are hidden whole. */
    public static String masked(String account) {
        if (account.length() <= SHOWN_START + SHOWN_END) {
            return "…";
        }
        return account.substring(0, SHOWN_START) + "…" + account.substring(account.length() - SHOWN_END);
    }

    /** True for paper accounts. Source: IBKR names paper accounts DU… and their advisors DF…. */
    public static boolean isPaper(String account) {
        return account.startsWith("DU") || account.startsWith("DF");
    }
}
