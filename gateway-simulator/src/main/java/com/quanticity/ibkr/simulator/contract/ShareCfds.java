package com.quanticity.ibkr.simulator.contract;

import com.quanticity.ibkr.simulator.contract.ListedContract.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A contract for difference on each US stock and currency pair, in the order in which those were listed. */
final class ShareCfds {

    private static final int FIRST_ID = 993_000_000;

    private final List<ListedContract> underlyings = new ArrayList<>();

    void add(ListedContract underlying) {
        underlyings.add(underlying);
    }

    List<ListedContract> all() {
        return IntStream.range(0, underlyings.size()).mapToObj(this::cfd).toList();
    }

    Optional<ListedContract> ofId(int conId) {
        return isOne(conId) ? Optional.of(cfd(conId - FIRST_ID)) : Optional.empty();
    }

    /** What a contract is a difference on; empty for anything else. */
    Optional<ListedContract> underlyingOf(int conId) {
        return isOne(conId) ? Optional.of(underlyings.get(conId - FIRST_ID)) : Optional.empty();
    }

    private boolean isOne(int conId) {
        return conId >= FIRST_ID && conId < FIRST_ID + underlyings.size();
    }

    private ListedContract cfd(int number) {
        ListedContract on = underlyings.get(number);
        return new ListedContract(
                FIRST_ID + number,
                on.symbol(),
                "CFD",
                on.currency(),
                "SMART",
                "",
                on.secType().equals("CASH") ? on.localSymbol() : on.symbol() + "n",
                on.secType().equals("CASH") ? on.tradingClass() : on.symbol() + "n",
                on.minTick(),
                on.marketRuleId(),
                new Profile(on.marketName(), on.longName(), "", "", "", "", ""),
                null);
    }
}
