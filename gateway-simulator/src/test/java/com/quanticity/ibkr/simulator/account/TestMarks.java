package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices set by the test. */
final class TestMarks implements Marks {

    private final Map<String, BigDecimal> bySymbol = new HashMap<>();

    TestMarks set(String symbol, String price) {
        bySymbol.put(symbol, new BigDecimal(price));
        return this;
    }

    @Override
    public @Nullable BigDecimal of(ListedContract contract) {
        return bySymbol.get(contract.symbol());
    }

    @Override
    public @Nullable BigDecimal underlyingOf(ListedContract contract) {
        return of(contract);
    }
}
