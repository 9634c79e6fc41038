package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Options whose holder wants them to expire unexercised. */
final class Lapses {

    private final Map<Key, BigDecimal> quantities = new HashMap<>();

    void add(Account account, ListedContract option, BigDecimal quantity) {
        quantities.merge(new Key(account.code(), option.conId()), quantity, BigDecimal::add);
    }

    BigDecimal of(Account account, ListedContract option) {
        return quantities.getOrDefault(new Key(account.code(), option.conId()), BigDecimal.ZERO);
    }

    private record Key(String account, int conId) {}
}
