package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.price.Reference;
import com.quanticity.ibkr.simulator.matching.reading.Instrument;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import com.quanticity.ibkr.simulator.pricing.Volatilities;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** The market as orders need it. Event loop only. */
public final class Markets {

    /** As the market data's: interest of 4 %, no dividends. */
    private static final OptionModel MODEL = new OptionModel(0.04, 0);

    private final Market market;
    private final Alarms clock;

    public Markets(Market market, Alarms clock) {
        this.market = market;
        this.clock = clock;
    }

    public Optional<SymbolMarket> of(ListedContract contract) {
        return market.of(contract);
    }

    public Optional<Quote> quote(ListedContract contract) {
        return market.of(contract).map(Markets::quote);
    }

    /** The quote of what an order is for; that of a combination is made of its legs'. */
    public Optional<Quote> quote(WorkingOrder order) {
        return order.legs().isEmpty() ? quote(order.contract()) : Combos.quote(this, order.legs());
    }

    public Optional<SymbolMarket> ofConId(int conId) {
        return market.all().stream()
                .filter(symbol -> symbol.contract().conId() == conId)
                .findFirst();
    }

    public Optional<Quote> quote(int conId) {
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
    public BigDecimal volume(ListedContract contract) {
        return market.of(contract).map(SymbolMarket::volume).orElse(BigDecimal.ZERO);
    }

    /** What a price of this contract may follow. */
    public Reference referenceOf(ListedContract contract) {
        return new Reference() {
            @Override
            public Optional<BigDecimal> benchmark(int conId) {
                return quote(conId).flatMap(Quote::lastOrMidpoint);
            }

            @Override
            public Optional<BigDecimal> underlying() {
                Derivation derivation = contract.derivation();
                return derivation == null
                        ? Optional.empty()
                        : quote(derivation.underlyingId()).flatMap(Quote::lastOrMidpoint);
            }

            @Override
            public Optional<BigDecimal> optionPrice(BigDecimal volatility) {
                Derivation derivation = contract.derivation();
                return derivation == null
                        ? Optional.empty()
                        : underlying().flatMap(spot -> optionPriceAt(derivation, spot, volatility));
            }
        };
    }

    private Optional<BigDecimal> optionPriceAt(Derivation derivation, BigDecimal spot, BigDecimal volatility) {
        if (derivation.strike() == null) {
            return Optional.empty();
        }
        OptionTerms option = terms(derivation, derivation.strike());
        double price = MODEL.price(option, spot.doubleValue(), volatility.doubleValue());
        return Optional.of(BigDecimal.valueOf(price));
    }

    /** How an option's price follows its underlying's, -1 to 1, at the volatility of its present price; empty for others. */
    public Optional<BigDecimal> delta(ListedContract contract) {
        Derivation derivation = contract.derivation();
        BigDecimal strike = derivation == null ? null : derivation.strike();
        if (derivation == null || strike == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> spot = quote(derivation.underlyingId()).flatMap(Quote::lastOrMidpoint);
        Optional<BigDecimal> price = quote(contract).flatMap(Quote::lastOrMidpoint);
        return spot.map(at -> {
            OptionTerms option = terms(derivation, strike);
            double volatility = price.map(paid -> MODEL.impliedVolatility(option, at.doubleValue(), paid.doubleValue()))
                    .filter(OptionalDouble::isPresent)
                    .map(OptionalDouble::getAsDouble)
                    .orElseGet(() -> Volatilities.of(derivation.underlyingSymbol()));
            return BigDecimal.valueOf(
                    MODEL.value(option, at.doubleValue(), volatility).delta());
        });
    }

    /** The contract that an option is on; empty when it is not listed. */
    public Optional<ListedContract> underlyingOf(ListedContract contract) {
        Derivation derivation = contract.derivation();
        return derivation == null
                ? Optional.empty()
                : ofConId(derivation.underlyingId()).map(SymbolMarket::contract);
    }

    private OptionTerms terms(Derivation derivation, BigDecimal strike) {
        double days = ChronoUnit.DAYS.between(TradingCalendar.dateOf(clock.now()), derivation.expiry()) + 1.0;
        return new OptionTerms(
                derivation.right().startsWith("C"),
                !derivation.underlyingType().equals("IND"),
                strike.doubleValue(),
                days / 365);
    }

    /** What the rules must know of a contract that an order is routed somewhere for. */
    public static Instrument instrument(ListedContract contract, String route) {
        return new Instrument(contract.secType(), route, contract::isOnTick);
    }
}
