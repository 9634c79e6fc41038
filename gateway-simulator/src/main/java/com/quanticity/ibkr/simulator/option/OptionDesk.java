package com.quanticity.ibkr.simulator.option;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import com.quanticity.ibkr.simulator.pricing.OptionValue;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request.CancelImpliedVolatility;
import com.quanticity.ibkr.simulator.wire.Request.CancelOptionPrice;
import com.quanticity.ibkr.simulator.wire.Request.ImpliedVolatility;
import com.quanticity.ibkr.simulator.wire.Request.OptionPrice;
import com.quanticity.ibkr.simulator.wire.Request.OptionRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Computes prices and volatilities of options on demand, each once. Event loop only. */
public final class OptionDesk implements Desk<OptionRequest> {

    private static final int COMPUTED_ON_DEMAND = 53;
    private static final int PRICE_BASED = 1;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final double SECONDS_OF_YEAR = Duration.ofDays(365).toSeconds();
    private static final MathContext DIGITS = new MathContext(10);

    private final ContractMaster contracts;
    private final OptionModel model;
    private final InstantSource time;

    public OptionDesk(ContractMaster contracts, OptionModel model, InstantSource time) {
        this.contracts = contracts;
        this.model = model;
        this.time = time;
    }

    @Override
    public void serve(Client client, OptionRequest request) {
        switch (request) {
            case ImpliedVolatility wanted -> volatility(client, wanted);
            case OptionPrice wanted -> price(client, wanted);
            case CancelImpliedVolatility _, CancelOptionPrice _ -> {}
        }
    }

    private void volatility(Client client, ImpliedVolatility request) {
        int id = request.requestId();
        OptionTerms terms = terms(client, id, request.contract());
        if (terms == null) {
            return;
        }
        double option = positive(request.optionPrice());
        double spot = positive(request.underlyingPrice());
        if (option == 0 || spot == 0) {
            refuse(client, id, "Option price and underlying price must be above zero");
            return;
        }
        OptionalDouble implied = model.impliedVolatility(terms, spot, option);
        if (implied.isEmpty()) {
            refuse(client, id, "No volatility gives an option price of " + option);
            return;
        }
        client.send(event(id, model.value(terms, spot, implied.getAsDouble()), spot));
    }

    private void price(Client client, OptionPrice request) {
        int id = request.requestId();
        OptionTerms terms = terms(client, id, request.contract());
        if (terms == null) {
            return;
        }
        double volatility = positive(request.volatility());
        double spot = positive(request.underlyingPrice());
        if (volatility == 0 || spot == 0) {
            refuse(client, id, "Volatility and underlying price must be above zero");
            return;
        }
        client.send(event(id, model.value(terms, spot, volatility), spot));
    }

    /** The terms of the one option a request names; null when the client has been told why not. */
    private @Nullable OptionTerms terms(Client client, int id, ContractQuery query) {
        Optional<ListedContract> contract = contracts.findOne(query);
        if (contract.isEmpty()) {
            client.sendMessage(id, 200, "No security definition has been found for the request");
            return null;
        }
        Derivation derivation = contract.get().derivation();
        if (derivation == null || derivation.strike() == null) {
            refuse(
                    client,
                    id,
                    "Option computations need an option, not " + contract.get().secType());
            return null;
        }
        Duration left = Duration.between(
                time.instant(),
                derivation.expiry().atTime(CLOSE).atZone(NEW_YORK).toInstant());
        return new OptionTerms(
                derivation.right().equals("C"),
                !derivation.underlyingType().equals("IND"),
                derivation.strike().doubleValue(),
                left.toSeconds() / SECONDS_OF_YEAR);
    }

    /** Zero for what was not given. */
    private static double positive(@Nullable BigDecimal value) {
        return value == null ? 0 : Math.max(0, value.doubleValue());
    }

    private static void refuse(Client client, int id, String cause) {
        client.sendMessage(id, 321, "Error validating request.-'bN' : cause - " + cause);
    }

    private static Event event(int id, OptionValue value, double spot) {
        return Event.of("TICK_OPTION_COMPUTATION")
                .with("reqId", id)
                .with("tickType", COMPUTED_ON_DEMAND)
                .with("tickAttrib", PRICE_BASED)
                .with("impliedVol", decimal(value.volatility()))
                .with("delta", decimal(value.delta()))
                .with("optPrice", decimal(value.price()))
                .with("pvDividend", BigDecimal.ZERO)
                .with("gamma", decimal(value.gamma()))
                .with("vega", decimal(value.vega()))
                .with("theta", decimal(value.theta()))
                .with("undPrice", decimal(spot));
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(DIGITS);
    }
}
