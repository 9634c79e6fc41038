package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the legs of combinations and makes their price of those of the legs. */
public final class Combos {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final ContractMaster contracts;
    private final Markets markets;

    public Combos(ContractMaster contracts, Markets markets) {
        this.contracts = contracts;
        this.markets = markets;
    }

    /** Why the legs of a combination cannot be traded; empty when they can, or when it is none. */
    public Optional<Refusal> refusal(ListedContract contract, ContractQuery query) {
        if (!contract.secType().equals("BAG")) {
            return Optional.empty();
        }
        if (query.legs().isEmpty()) {
            return Optional.of(new Refusal(314, "A BAG contract needs its legs."));
        }
        for (ContractQuery.Leg leg : query.legs()) {
            boolean isKnown =
                    contracts.ofId(leg.conId()).flatMap(markets::quote).isPresent();
            if (!isKnown
                    || leg.ratio() < 1
                    || !leg.action().equals("BUY") && !leg.action().equals("SELL")) {
                return Optional.of(new Refusal(
                        313,
                        "Invalid leg " + leg.conId()
                                + ": give the conId of a traded contract, a ratio and BUY or SELL."));
            }
        }
        return Optional.empty();
    }

    /** The legs of a combination that was not refused; empty for any other order. */
    public static List<ComboLeg> legs(ContractMaster contracts, Fields order) {
        List<ComboLeg> legs = new ArrayList<>();
        for (Fields leg : order.group("legs")) {
            contracts
                    .ofId(leg.integer("conId"))
                    .ifPresent(contract -> legs.add(new ComboLeg(
                            contract, leg.integer("ratio"), leg.text("action").equals("BUY") ? Side.BUY : Side.SELL)));
        }
        return List.copyOf(legs);
    }

    /** What the combination costs and brings now, leg by leg at its best price; empty when one has none. */
    public static Optional<Quote> quote(Markets markets, List<ComboLeg> legs) {
        BigDecimal ask = net(markets, legs, Side.BUY);
        BigDecimal bid = net(markets, legs, Side.SELL);
        return ask == null && bid == null ? Optional.empty() : Optional.of(new Quote(bid, ask, null, CENT));
    }

    private static @Nullable BigDecimal net(Markets markets, List<ComboLeg> legs, Side side) {
        BigDecimal net = BigDecimal.ZERO;
        for (ComboLeg leg : legs) {
            Side legSide = leg.sideOf(side);
            BigDecimal price = markets.quote(leg.contract())
                    .flatMap(quote -> quote.opposite(legSide))
                    .orElse(null);
            if (price == null) {
                return null;
            }
            // a leg bought by the buyer adds to the price on both sides of the quote
            net = net.add(leg.side().signed(price.multiply(BigDecimal.valueOf(leg.ratio()))));
        }
        return net;
    }

    /** How many combinations the displayed sizes of the legs make up. */
    public static BigDecimal size(Markets markets, List<ComboLeg> legs, Side side) {
        BigDecimal least = null;
        for (ComboLeg leg : legs) {
            BigDecimal displayed = markets.of(leg.contract())
                    .map(symbol -> leg.sideOf(side) == Side.BUY ? symbol.ask() : symbol.bid())
                    .map(BestPrice::size)
                    .orElse(BigDecimal.ZERO)
                    .divideToIntegralValue(BigDecimal.valueOf(leg.ratio()));
            least = least == null ? displayed : least.min(displayed);
        }
        return least == null ? BigDecimal.ZERO : least;
    }
}
