package com.quanticity.ibkr.adapter.contract.match;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractField;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is not as it was between two answers about one contract. Pure. */
public final class ContractComparison {

    private final LocalDate day;
    private final ContractReference before;
    private final ContractReference after;
    private final List<ContractChange> changes = new ArrayList<>();

    private ContractComparison(LocalDate day, ContractReference before, ContractReference after) {
        this.day = day;
        this.before = before;
        this.after = after;
    }

    /** Every difference, in the order of {@link ContractField}; empty when nothing changed. */
    public static List<ContractChange> changes(LocalDate day, ContractReference before, ContractReference after) {
        ContractComparison comparison = new ContractComparison(day, before, after);
        comparison.compareNames();
        comparison.comparePrices();
        comparison.compareTerms();
        comparison.compareHours();
        return comparison.changes;
    }

    private void compareNames() {
        Contract was = before.contract();
        Contract is = after.contract();
        compare(ContractField.SYMBOL, was.symbol(), is.symbol());
        compare(ContractField.LOCAL_SYMBOL, was.localSymbol(), is.localSymbol());
        compare(ContractField.LONG_NAME, before.longName(), after.longName());
        compare(ContractField.TRADING_CLASS, was.tradingClass(), is.tradingClass());
        compare(ContractField.PRIMARY_EXCHANGE, was.primaryExchange(), is.primaryExchange());
        compare(ContractField.CURRENCY, was.currency(), is.currency());
    }

    private void comparePrices() {
        compare(ContractField.MIN_TICK, text(before.minTick()), text(after.minTick()));
        compareRules();
        compare(
                ContractField.PRICE_MAGNIFIER,
                Integer.toString(before.priceMagnifier()),
                Integer.toString(after.priceMagnifier()));
        compare(ContractField.SIZE_INCREMENT, text(before.sizeIncrement()), text(after.sizeIncrement()));
        compare(ContractField.VALID_EXCHANGES, sorted(before.validExchanges()), sorted(after.validExchanges()));
    }

    /** Only exchanges that both answers name: others are told as exchanges. */
    private void compareRules() {
        Map<String, Integer> was = rules(before);
        Map<String, Integer> is = rules(after);
        was.keySet().retainAll(is.keySet());
        is.keySet().retainAll(was.keySet());
        Map<String, Integer> unchanged = new TreeMap<>(was);
        unchanged.entrySet().removeIf(rule -> !rule.getValue().equals(is.get(rule.getKey())));
        was.keySet().removeAll(unchanged.keySet());
        is.keySet().removeAll(unchanged.keySet());
        compare(ContractField.MARKET_RULES, was.isEmpty() ? "" : was.toString(), is.isEmpty() ? "" : is.toString());
    }

    private static Map<String, Integer> rules(ContractReference reference) {
        Map<String, Integer> rules = new TreeMap<>();
        reference.validExchanges().forEach(exchange -> {
            Integer rule = reference.marketRuleAt(exchange);
            if (rule != null) {
                rules.put(exchange, rule);
            }
        });
        return rules;
    }

    private void compareTerms() {
        ContractTerms was = before.terms();
        ContractTerms is = after.terms();
        compare(ContractField.MULTIPLIER, multiplier(was), multiplier(is));
        compare(ContractField.EXPIRY, expiry(was), expiry(is));
        compare(ContractField.STRIKE, strike(was), strike(is));
    }

    private void compareHours() {
        compare(ContractField.TIME_ZONE, before.timeZoneId(), after.timeZoneId());
        compareHours(ContractField.TRADING_HOURS, before.tradingHours(), after.tradingHours());
        compareHours(ContractField.LIQUID_HOURS, before.liquidHours(), after.liquidHours());
    }

    /** Each answer tells about other days; a day in both must have the same sessions. */
    private void compareHours(ContractField field, String was, String is) {
        Map<String, String> then = days(was);
        Map<String, String> now = days(is);
        List<String> different = then.keySet().stream()
                .filter(date -> now.containsKey(date) && !now.get(date).equals(then.get(date)))
                .toList();
        if (!different.isEmpty()) {
            compare(field, join(different, then), join(different, now));
        }
    }

    private static Map<String, String> days(String hours) {
        Map<String, String> days = new TreeMap<>();
        for (String session : hours.split(";")) {
            int colon = session.indexOf(':');
            if (colon == 8) {
                days.merge(session.substring(0, colon), session, (first, second) -> first + ";" + second);
            }
        }
        return days;
    }

    private static String join(List<String> dates, Map<String, String> days) {
        return String.join(";", dates.stream().map(days::get).toList());
    }

    private void compare(ContractField field, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new ContractChange(
                    day, after.contractId(), before.contract().symbol(), field, was, is, after.at()));
        }
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private static String sorted(List<String> exchanges) {
        return String.join(",", new TreeSet<>(exchanges));
    }

    private static String multiplier(@Nullable ContractTerms terms) {
        return terms == null ? "" : text(terms.multiplier());
    }

    private static String expiry(@Nullable ContractTerms terms) {
        return terms == null || terms.expiry() == null ? "" : terms.expiry().toString();
    }

    private static String strike(@Nullable ContractTerms terms) {
        return terms == null ? "" : text(terms.strike());
    }
}
