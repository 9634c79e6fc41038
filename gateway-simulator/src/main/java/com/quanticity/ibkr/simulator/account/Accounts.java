package com.quanticity.ibkr.simulator.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every account of the login, in the order of MANAGED_ACCTS. */
public final class Accounts {

    private final Map<String, Account> byCode = new LinkedHashMap<>();
    private final AdvisorGroups groups;

    public Accounts(Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a login has at least one account: give one");
        }
        accounts.forEach(account -> byCode.put(account.code(), account));
        this.groups = new AdvisorGroups(carrying().stream().map(Account::code).sorted());
    }

    /** The groups of an advisor. */
    public AdvisorGroups groups() {
        return groups;
    }

    public Collection<Account> all() {
        return List.copyOf(byCode.values());
    }

    /** The account that is meant where none is named. */
    public Account first() {
        return byCode.values().iterator().next();
    }

    /** The account of a code, or null when the login has none of it. */
    public @Nullable Account of(String code) {
        return byCode.get(code);
    }

    /** The codes as MANAGED_ACCTS lists them. */
    public String list() {
        return String.join(",", byCode.keySet());
    }

    /** The accounts that carry positions: an advisor's own code carries none. */
    public Collection<Account> carrying() {
        return byCode.values().stream()
                .filter(account -> byCode.size() == 1 || !account.isAdvisor())
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * The account of an order. Without a code it is the only one there is.
     *
     * <p>Source: tws-wire behaviour.md, section 7, and errors.md 435 and 436.
     */
    public AccountChoice forOrder(String code) {
        if (code.isEmpty()) {
            return onlyOne();
        }
        Account account = byCode.get(code);
        if (account == null) {
            return new AccountChoice.Refused(
                    321, "Error validating request.-'bF' : cause - Invalid account code '" + code + "'.");
        }
        if (account.isAdvisor() && byCode.size() > 1) {
            return new AccountChoice.Refused(
                    436, "You must specify an allocation (either a single account, group, or profile).");
        }
        return new AccountChoice.Chosen(account);
    }

    private AccountChoice onlyOne() {
        if (byCode.size() == 1) {
            return new AccountChoice.Chosen(first());
        }
        return first().isAdvisor()
                ? new AccountChoice.Refused(
                        436, "You must specify an allocation (either a single account, group, or profile).")
                : new AccountChoice.Refused(435, "You must specify an account.");
    }

    /** Calls back with every changed position and its account. */
    public void onPosition(PositionListener listener) {
        byCode.values()
                .forEach(account ->
                        account.onPosition((Consumer<Position>) position -> listener.onPosition(account, position)));
    }

    /** Hears of changed positions. */
    @FunctionalInterface
    public interface PositionListener {

        void onPosition(Account account, Position position);
    }
}
