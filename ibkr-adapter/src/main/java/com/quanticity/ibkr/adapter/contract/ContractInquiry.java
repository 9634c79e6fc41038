package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent.BondContractDetails;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetails;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Asks the broker for the details of contracts, up to their end. Any thread; answers come on the session's consumer thread. */
public final class ContractInquiry {

    /** The broker's code for a contract that it does not know, or that is described too loosely. Source: wire specification, errors. */
    private static final int NO_DEFINITION = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GatewaySession session;
    private final Clock clock;

    /** What the broker said. */
    public sealed interface Answer {
        /** Complete, in the broker's order, never empty. */
        record Matches(List<ContractReference> references) implements Answer {}

        /**
         * No contract fits the query.
         *
         * @param message the broker's text
         */
        record NoSuchContract(String message) implements Answer {}

        /**
         * The broker refuses the query.
         *
         * @param code other than 200
         */
        record Refused(int code, String message) implements Answer {}

        /**
         * There is no answer; nothing is known.
         *
         * @param mayAskAgain whether the same connection could still answer
         */
        record None(String why, boolean mayAskAgain) implements Answer {}
    }

    public ContractInquiry(GatewaySession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Never completes exceptionally. */
    public CompletableFuture<Answer> ask(GatewayContract query) {
        return session.ask(new ReqContractDetails(session.nextRequestId(), query), PATIENCE)
                .thenApply(this::answer)
                .exceptionally(
                        failure -> new Answer.None("the answer could not be used: " + failure.getMessage(), false));
    }

    private Answer answer(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered answered -> matches(answered);
            case RequestOutcome.BrokerError error ->
                error.code() == NO_DEFINITION
                        ? new Answer.NoSuchContract(error.message())
                        : new Answer.Refused(error.code(), error.message());
            case RequestOutcome.TimedOut timedOut ->
                new Answer.None("no answer within " + timedOut.timeout().toSeconds() + " s", true);
            case RequestOutcome.ConnectionLost lost ->
                new Answer.None("connection lost before the answer: " + lost.reason(), false);
            case RequestOutcome.NotSent notSent ->
                new Answer.None("not asked: " + notSent.refusal().message(), false);
        };
    }

    private Answer matches(RequestOutcome.Answered answered) {
        Instant now = clock.instant();
        List<ContractReference> references = Stream.concat(
                        answered.events(ContractDetails.class).stream().map(ContractDetails::details),
                        answered.events(BondContractDetails.class).stream().map(BondContractDetails::details))
                .map(details -> ContractTranslator.INSTANCE.reference(details, now))
                .toList();
        return references.isEmpty()
                ? new Answer.NoSuchContract("the broker answered with no contract")
                : new Answer.Matches(references);
    }
}
