package com.quanticity.ibkr.replay.session;

/** Tells paper accounts by their prefix: {@code DU}, advisors {@code DF}. */
final class PaperAccount {

    private PaperAccount() {}

    static boolean isPaper(String account) {
        return account.startsWith("DU") || account.startsWith("DF");
    }
}
