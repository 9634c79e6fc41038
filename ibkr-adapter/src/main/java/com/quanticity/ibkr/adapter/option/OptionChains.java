package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.contract.ContractDesk;
import com.quanticity.ibkr.adapter.contract.Resolution;
import com.quanticity.ibkr.gateway.event.ContractEvent.SecurityDefinitionOptionalParameter;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqSecDefOptParams;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.service.problem.ApiException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chains as the broker lists them, remembered for a while. Blocks the caller; thread-safe. */
final class OptionChains {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GatewaySession session;
    private final ContractDesk contracts;
    private final Duration remembered;
    private final Clock clock;
    private final Map<ContractId, OptionChain> known = new ConcurrentHashMap<>();

    OptionChains(GatewaySession session, ContractDesk contracts, Duration remembered, Clock clock) {
        this.session = session;
        this.contracts = contracts;
        this.remembered = remembered;
        this.clock = clock;
    }

    /**
     * The chain of an underlying.
     *
     * @param underlying a stock or an index in any text form
     * @throws ApiException 400 when the text is neither, 404 when there is none or it has no options, 503 without an answer
     */
    OptionChain of(String underlying) {
        Contract contract = underlying(underlying);
        OptionChain chain = known.get(contract.id());
        if (chain == null || chain.at().plus(remembered).isBefore(clock.instant())) {
            chain = ask(contract);
            known.put(contract.id(), chain);
        }
        if (chain.series().isEmpty()) {
            throw ApiException.notFound("NO_OPTIONS", "The broker lists no options on " + underlying + ".");
        }
        return chain;
    }

    private Contract underlying(String text) {
        Contract contract = switch (contracts.resolve(spec(text)).join()) {
            case Resolution.Resolved resolved -> resolved.contract();
            case Resolution.Combined _ -> throw notAnUnderlying(text);
            case Resolution.Ambiguous ambiguous ->
                throw ApiException.conflict("AMBIGUOUS_CONTRACT", ambiguous.why())
                        .with("candidates", ambiguous.candidates());
            case Resolution.Mismatch mismatch -> throw ApiException.conflict("OCC_MISMATCH", mismatch.why());
            case Resolution.Unknown unknown -> throw ApiException.notFound("UNKNOWN_CONTRACT", unknown.why());
            case Resolution.Unavailable away -> throw ApiException.unavailable("SESSION_NOT_READY", away.why());
        };
        boolean hasChain =
                contract.securityType() == SecurityType.STOCK || contract.securityType() == SecurityType.INDEX;
        if (!hasChain) {
            throw notAnUnderlying(text);
        }
        return contract;
    }

    private static ContractSpec spec(String text) {
        try {
            return ContractSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("INVALID_CONTRACT", String.valueOf(e.getMessage()));
        }
    }

    private static ApiException notAnUnderlying(String text) {
        return ApiException.badRequest(
                "NOT_AN_UNDERLYING",
                text + " is neither stock nor index; name the underlying, as SPY or IND:SPX@CBOE.");
    }

    private OptionChain ask(Contract underlying) {
        RequestOutcome outcome = session.ask(
                        new ReqSecDefOptParams(
                                session.nextRequestId(),
                                underlying.symbol(),
                                "",
                                underlying.securityType().wireCode(),
                                underlying.id().value()),
                        PATIENCE)
                .join();
        return switch (outcome) {
            case RequestOutcome.Answered answered -> new OptionChain(underlying, series(answered), clock.instant());
            case RequestOutcome.BrokerError error -> throw noAnswer(error.code() + " " + error.message());
            case RequestOutcome.TimedOut timedOut ->
                throw noAnswer("no answer within " + timedOut.timeout().toSeconds() + " s");
            case RequestOutcome.ConnectionLost lost -> throw noAnswer(lost.reason());
            case RequestOutcome.NotSent notSent ->
                throw noAnswer(notSent.refusal().message());
        };
    }

    private static ApiException noAnswer(String why) {
        return ApiException.unavailable(
                "NO_CHAIN",
                "The broker did not answer with the chain (" + why + "). Ask again when the session is READY.");
    }

    private static List<OptionSeries> series(RequestOutcome.Answered answered) {
        return answered.events(SecurityDefinitionOptionalParameter.class).stream()
                .map(OptionChains::series)
                .sorted(Comparator.comparing(OptionSeries::exchange).thenComparing(OptionSeries::tradingClass))
                .toList();
    }

    private static OptionSeries series(SecurityDefinitionOptionalParameter told) {
        return new OptionSeries(
                told.exchange(),
                told.tradingClass(),
                told.multiplier().isEmpty() ? BigDecimal.ONE : new BigDecimal(told.multiplier()),
                told.expirations().stream()
                        .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE))
                        .sorted()
                        .toList(),
                told.strikes().stream().sorted().toList());
    }
}
