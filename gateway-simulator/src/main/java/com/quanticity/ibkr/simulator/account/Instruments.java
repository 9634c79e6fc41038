package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.margin.Product;
import com.quanticity.ibkr.simulator.margin.UnderlyingClass;
import java.math.BigDecimal;
import java.util.Set;

/** What a listed contract means for money: its multiplier, its currency and the margin product it is. */
public final class Instruments {

    private static final Set<String> BROAD = Set.of("SPY", "IVV", "VOO", "QQQ", "DIA", "SPX", "NDX", "OEX", "DJX");
    private static final Set<String> SMALL = Set.of("IWM", "RUT");

    private Instruments() {}

    /** Money for one unit of quantity at a price of one. */
    public static BigDecimal multiplier(ListedContract contract) {
        return BigDecimal.ONE;
    }

    public static String currency(ListedContract contract) {
        return "USD";
    }

    /** Whether a trade moves no money until it is closed. */
    public static boolean isFuture(ListedContract contract) {
        return false;
    }

    static Product product(ListedContract contract) {
        return new Product.Stock(contract.symbol(), classOf(contract.symbol()));
    }

    static UnderlyingClass classOf(String symbol) {
        if (BROAD.contains(symbol)) {
            return UnderlyingClass.BROAD_INDEX;
        }
        return SMALL.contains(symbol) ? UnderlyingClass.SMALL_INDEX : UnderlyingClass.EQUITY;
    }
}
