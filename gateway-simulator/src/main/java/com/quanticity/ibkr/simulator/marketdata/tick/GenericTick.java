package com.quanticity.ibkr.simulator.marketdata.tick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be asked for in a generic tick list. Source: tws-wire ticks.md. */
public enum GenericTick {
    OPTION_VOLUME(100, "Option Volume"),
    OPTION_OPEN_INTEREST(101, "Option Open Interest"),
    HISTORICAL_VOLATILITY(104, "Historical Volatility"),
    AVERAGE_OPTION_VOLUME(105, "Average Opt Volume"),
    IMPLIED_VOLATILITY(106, "Option Implied Volatility"),
    INDEX_FUTURE_PREMIUM(162, "Index Future Premium"),
    STATISTICS(165, "Misc. Stats"),
    MARK_PRICE(221, "Mark Price"),
    AUCTION(225, "Auction Values"),
    MARK_PRICE_ALIAS(232, "Pl Price"),
    TRADES_WITH_VOLUME(233, "RTVolume"),
    SHORTABLE(236, "Shortable"),
    FUNDAMENTALS(258, "Fundamental Ratios"),
    NEWS(292, "News"),
    TRADE_COUNT(293, "Trade Count"),
    TRADE_RATE(294, "Trade Rate"),
    VOLUME_RATE(295, "Volume Rate"),
    LAST_REGULAR_TRADE(318, "Last RTH Trade"),
    REPORTABLE_TRADES(375, "RT Trade Volume"),
    REAL_TIME_VOLATILITY(411, "RT Historical Volatility"),
    DIVIDENDS(456, "IB Dividends"),
    BOND_FACTOR(460, "Bond Factor Multiplier"),
    START_OF_DAY(499, "Fee Rate"),
    PRELIMINARY(506, "Trading Status"),
    ETF_BID_ASK(576, "ETF Nav Bid/Ask"),
    ETF_LAST(577, "ETF Nav Last"),
    ETF_CLOSE(578, "ETF Nav Close"),
    PUBLIC_OFFERING(586, "IPO Prices"),
    FUTURES_OPEN_INTEREST(588, "Futures Open Interest"),
    SHORT_TERM_VOLUME(595, "Short-Term Volume X Mins"),
    ETF_HIGH_LOW(614, "ETF Nav Misc"),
    CREDIT_MARK(619, "Creditman slow Mark Price"),
    ETF_FROZEN(623, "ETF Frozen Nav Last");

    private final int id;
    private final String text;

    GenericTick(int id, String text) {
        this.id = id;
        this.text = text;
    }

    /** What a list asks for: without the default ticks when it says {@code mdoff}, news of some providers. */
    public record Wanted(Set<GenericTick> ticks, boolean withDefaults, List<String> providers) {}

    /** Reads {@code 233,236,292:BRFG+DJNL}; empty when something in it is not known. */
    public static Optional<Wanted> read(String list) {
        Set<GenericTick> ticks = EnumSet.noneOf(GenericTick.class);
        boolean withDefaults = true;
        List<String> providers = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String name = part.strip();
            if (name.equals("mdoff")) {
                withDefaults = false;
            } else if (!name.isEmpty()) {
                Optional<GenericTick> known = ofId(name.split(":", 2)[0]);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                ticks.add(known.get());
                if (known.get() == NEWS && name.contains(":")) {
                    providers.addAll(List.of(name.split(":", 2)[1].split("\\+")));
                }
            }
        }
        return Optional.of(new Wanted(ticks, withDefaults, providers));
    }

    private static Optional<GenericTick> ofId(String number) {
        return Arrays.stream(values())
                .filter(tick -> Integer.toString(tick.id).equals(number))
                .findFirst();
    }

    /** The refusal of a list that asks for something else. */
    public static String refusal(String list, String securityType) {
        return "Error validating request.-'bN' : cause - Incorrect generic tick list of " + list + ".  Legal ones for ("
                + securityType + ") are: "
                + Arrays.stream(values())
                        .map(tick -> tick.id + "(" + tick.text + ")")
                        .collect(Collectors.joining(","));
    }
}
