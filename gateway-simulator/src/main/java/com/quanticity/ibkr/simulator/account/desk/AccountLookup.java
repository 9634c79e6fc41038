package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.desk.Client;
import java.util.List;

/** Finds the accounts that a request with an id is about. */
final class AccountLookup {

    private AccountLookup() {}

    /** The account of a code, all that carry positions for none or {@code All}; empty when the code is unknown. */
    static List<Account> wanted(Accounts accounts, String code) {
        if (code.isEmpty() || code.equals("All")) {
            return List.copyOf(accounts.carrying());
        }
        Account account = accounts.of(code);
        return account == null ? List.of() : List.of(account);
    }

    static void refuse(Client client, int requestId, String code) {
        client.sendMessage(
                requestId, 321, "Error validating request.-'bN' : cause - Invalid account code '" + code + "'.");
    }
}
