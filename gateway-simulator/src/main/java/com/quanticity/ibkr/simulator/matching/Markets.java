package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.price.Reference;
import com.quanticity.ibkr.simulator.matching.terms.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** The market as orders need it. Event loop only. */
final class Markets {

    private final Market market;

    Markets(Market market) {
        this.market = market;
    }

    Optional<SymbolMarket> of(ListedContract contract) {
        return market.of(contract);
    }

    Optional<Quote> quote(ListedContract contract) {
        return market.of(contract).map(Markets::quote);
    }

    Optional<SymbolMarket> ofConId(int conId) {
        return market.all().stream()
                .filter(symbol -> symbol.contract().conId() == conId)
                .findFirst();
    }

    Optional<Quote> quote(int conId) {
        return ofConId(conId).map(Markets::quote);
    }

    private static Quote quote(SymbolMarket symbol) {
        MarketEvent.Trade last = symbol.last();
        return new Quote(
                symbol.bid().price(),
                symbol.ask().price(),
                last == null ? null : last.price(),
                symbol.contract().minTick());
    }

    /** Shares the market has traded today; zero when there is no market. */
    BigDecimal volume(ListedContract contract) {
        return market.of(contract).map(SymbolMarket::volume).orElse(BigDecimal.ZERO);
    }

    /** What a price of this contract may follow. */
    Reference referenceOf(ListedContract contract) {
        return new Reference() {
            @Override
            public Optional<BigDecimal> benchmark(int conId) {
                return quote(conId).flatMap(Quote::lastOrMidpoint);
            }

            @Override
            public Optional<BigDecimal> underlying() {
                return Optional.empty();
            }

            @Override
            public Optional<BigDecimal> optionPrice(BigDecimal volatility) {
                return Optional.empty();
            }
        };
    }

    /** What the rules must know of a contract that an order is routed somewhere for. */
    static Instrument instrument(ListedContract contract, String route) {
        return new Instrument(
                "STK", route, price -> price.remainder(contract.minTick()).signum() == 0);
    }
}
