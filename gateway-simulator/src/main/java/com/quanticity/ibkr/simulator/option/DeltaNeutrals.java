package com.quanticity.ibkr.simulator.option;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import com.quanticity.ibkr.simulator.pricing.Volatilities;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the stock that a market data request wants its options made neutral with; delta and price that were left out
 * are those of the moment. Event loop only.
 */
public final class DeltaNeutrals {

    private static final int DIGITS = 6;

    private final ContractMaster contracts;
    private final Market market;
    private final OptionModel model;
    private final InstantSource time;

    public DeltaNeutrals(ContractMaster contracts, Market market, OptionModel model, InstantSource time) {
        this.contracts = contracts;
        this.market = market;
        this.model = model;
        this.time = time;
    }

    /** Tells the client, if the request wants it. */
    public void confirm(Client client, Request.MarketData request) {
        Request.DeltaNeutral wanted = request.deltaNeutral();
        if (wanted == null) {
            return;
        }
        BigDecimal spot = contracts
                .ofId(wanted.conId())
                .flatMap(market::of)
                .map(SymbolMarket::mark)
                .orElse(null);
        if (spot == null) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bI' : cause - The delta neutral contract " + wanted.conId()
                            + " has no market: give the conId of the stock");
            return;
        }
        client.send(Event.of("DELTA_NEUTRAL_VALIDATION")
                .with("reqId", request.requestId())
                .with("deltaNeutralContract.conId", wanted.conId())
                .with("deltaNeutralContract.delta", given(wanted.delta(), delta(request, spot)))
                .with("deltaNeutralContract.price", given(wanted.price(), spot)));
    }

    private static BigDecimal given(@Nullable BigDecimal value, BigDecimal otherwise) {
        return value == null || value.signum() == 0 ? otherwise : value;
    }

    private BigDecimal delta(Request.MarketData request, BigDecimal spot) {
        double delta = 0;
        if (request.contract().legs().isEmpty()) {
            delta = contracts
                    .findOne(request.contract())
                    .map(option -> delta(option, spot))
                    .orElse(0.0);
        }
        for (ContractQuery.Leg leg : request.contract().legs()) {
            int sign = leg.action().equals("BUY") ? 1 : -1;
            delta += sign
                    * leg.ratio()
                    * contracts
                            .ofId(leg.conId())
                            .map(option -> delta(option, spot))
                            .orElse(0.0);
        }
        return BigDecimal.valueOf(delta).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private double delta(ListedContract option, BigDecimal spot) {
        Derivation derivation = option.derivation();
        BigDecimal strike = derivation == null ? null : derivation.strike();
        if (derivation == null || strike == null) {
            return 1;
        }
        LocalDate today = time.instant().atZone(ZoneOffset.UTC).toLocalDate();
        double years = (ChronoUnit.DAYS.between(today, derivation.expiry()) + 1.0) / 365;
        OptionTerms terms = new OptionTerms(
                derivation.right().startsWith("C"),
                !derivation.underlyingType().equals("IND"),
                strike.doubleValue(),
                years);
        double volatility = Volatilities.surfaceOf(derivation.underlyingSymbol())
                .at(spot.doubleValue(), strike.doubleValue(), years);
        return model.value(terms, spot.doubleValue(), volatility).delta();
    }
}
