package com.quanticity.ibkr.gateway.session;

import java.util.List;

/** Whose money it is. Told apart by the accounts of the login. Source: wire specification, behaviour section 7. */
public enum GatewayEnvironment {
    /** Accounts begin with D: DU, DF and newer ones. */
    PAPER("D"),
    /** Accounts begin with U, advisors' with F, institutions' with I. */
    LIVE("U", "F", "I");

    private final List<String> prefixes;

    GatewayEnvironment(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    /** Whether an account belongs here. An account of neither kind belongs nowhere. */
    public boolean accepts(String account) {
        return prefixes.stream().anyMatch(account::startsWith);
    }
}
