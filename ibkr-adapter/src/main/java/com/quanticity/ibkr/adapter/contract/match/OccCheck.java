package com.quanticity.ibkr.adapter.contract.match;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares an option symbol with the broker's details, member by member. Pure. */
public final class OccCheck {

    /**
     * Options settled in the morning trade for the last time on the day before, over a holiday or a weekend up to so many days before.
     * Source: the broker's details of VIX 180620 (last trading day 20180619).
     */
    private static final int LAST_TRADE_BEFORE = 4;

    private OccCheck() {}

    /** What does not agree, one phrase each; empty when symbol and details name the same option. */
    public static List<String> differences(OccSymbol symbol, ContractReference details) {
        Contract contract = details.contract();
        ContractTerms terms = details.terms();
        List<String> wrong = new ArrayList<>();
        if (contract.securityType() != SecurityType.OPTION || terms == null) {
            return List.of("the broker's contract " + contract.id() + " is no option but " + contract.securityType());
        }
        if (!contract.localSymbol().equals(symbol.toString())) {
            wrong.add("local symbol is '" + contract.localSymbol() + "'");
        }
        if (!contract.tradingClass().isEmpty() && !contract.tradingClass().equals(symbol.root())) {
            wrong.add("trading class is " + contract.tradingClass() + ", root is " + symbol.root());
        }
        if (!isExpiry(symbol.expiry(), terms.expiry())) {
            wrong.add("expiry is " + terms.expiry() + ", not " + symbol.expiry());
        }
        if (terms.right() != symbol.right()) {
            wrong.add("right is " + terms.right() + ", not " + symbol.right());
        }
        BigDecimal strike = terms.strike();
        if (strike == null || strike.compareTo(symbol.strike()) != 0) {
            wrong.add("strike is " + strike + ", not " + symbol.strike().toPlainString());
        }
        return wrong;
    }

    /** The symbol that the details of an option make; empty for everything else, and for terms that a symbol cannot hold. */
    public static Optional<OccSymbol> symbolOf(ContractReference details) {
        if (details.contract().securityType() != SecurityType.OPTION) {
            return Optional.empty();
        }
        try {
            return Optional.of(OccSymbol.parse(details.contract().localSymbol()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isExpiry(LocalDate named, @Nullable LocalDate lastTrade) {
        return lastTrade != null
                && !lastTrade.isAfter(named)
                && !lastTrade.isBefore(named.minusDays(LAST_TRADE_BEFORE));
    }
}
