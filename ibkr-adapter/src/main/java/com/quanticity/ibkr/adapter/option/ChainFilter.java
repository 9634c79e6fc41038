package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.contract.OptionRight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a chain is wanted. Pure.
 *
 * @param exchange only this one; {@code SMART} unless wanted otherwise
 * @param tradingClass only this one, null = all
 * @param from first expiry, null = the first there is
 * @param to last expiry, null = the last there is
 * @param right null = both
 * @param around the price in whose neighbourhood strikes are wanted, null = all strikes
 * @param strikes so many strikes on each side of {@code around}, the one at it counted on both
 */
record ChainFilter(
        String exchange,
        @Nullable String tradingClass,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable OptionRight right,
        @Nullable BigDecimal around,
        int strikes) {

    /** The series that match, cut to the wanted expiries and strikes; without those that nothing is left of. */
    List<OptionSeries> apply(List<OptionSeries> all) {
        return all.stream()
                .filter(series -> series.exchange().equals(exchange))
                .filter(series -> tradingClass == null || series.tradingClass().equals(tradingClass))
                .map(this::cut)
                .filter(series ->
                        !series.expiries().isEmpty() && !series.strikes().isEmpty())
                .toList();
    }

    /** How many options the series hold at most. */
    int count(List<OptionSeries> filtered) {
        return filtered.stream()
                .mapToInt(series -> series.expiries().size() * series.strikes().size() * (right == null ? 2 : 1))
                .sum();
    }

    boolean wants(OptionRight side) {
        return right == null || right == side;
    }

    private OptionSeries cut(OptionSeries series) {
        List<LocalDate> expiries = series.expiries().stream()
                .filter(day -> from == null || !day.isBefore(from))
                .filter(day -> to == null || !day.isAfter(to))
                .toList();
        return new OptionSeries(
                series.exchange(), series.tradingClass(), series.multiplier(), expiries, near(series.strikes()));
    }

    private List<BigDecimal> near(List<BigDecimal> all) {
        if (around == null) {
            return all;
        }
        BigDecimal middle = around;
        List<BigDecimal> near = new ArrayList<>();
        all.stream()
                .filter(strike -> strike.compareTo(middle) <= 0)
                .sorted(Comparator.reverseOrder())
                .limit(strikes)
                .forEach(near::add);
        all.stream()
                .filter(strike -> strike.compareTo(middle) >= 0)
                .sorted()
                .limit(strikes)
                .forEach(near::add);
        return near.stream().distinct().sorted().toList();
    }
}
