package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Contracts for tests. */
public final class TestContracts {

    public static final Contract SPY = stock(756733, "SPY", "ARCA", "USD");
    public static final Contract AAPL = stock(265598, "AAPL", "NASDAQ", "USD");

    private TestContracts() {}

    public static Contract stock(int id, String symbol, String primaryExchange, String currency) {
        return new Contract(
                ContractId.of(id), symbol, SecurityType.STOCK, "SMART", primaryExchange, currency, symbol, symbol);
    }

    /** A call or put of 100 shares, its terms those of its OCC symbol. */
    public static ContractReference option(int id, String symbol, String occ, String tradingClass) {
        OccSymbol terms = OccSymbol.parse(occ);
        return new ContractReference(
                new Contract(ContractId.of(id), symbol, SecurityType.OPTION, "SMART", "", "USD", occ, tradingClass),
                new ContractTerms(terms.expiry(), terms.strike(), terms.right(), new BigDecimal("100"), SPY.id()),
                "",
                "",
                new BigDecimal("0.01"),
                1,
                List.of("SMART", "CBOE"),
                List.of(32, 109),
                BigDecimal.ONE,
                "US/Eastern",
                "",
                "",
                Instant.parse("2026-03-02T14:30:00Z"));
    }

    public static ContractReference reference(Contract contract) {
        return ContractReference.of(
                contract,
                contract.symbol() + " Inc",
                new BigDecimal("0.01"),
                List.of("SMART", "ARCA"),
                "US/Eastern",
                "",
                Instant.parse("2026-03-02T14:30:00Z"));
    }
}
