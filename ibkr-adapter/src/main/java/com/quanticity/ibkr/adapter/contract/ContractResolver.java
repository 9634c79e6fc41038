package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractChoice.Chosen;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetails;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves the watch list once for each connection: reference data changes over night, and so do connections. An entry that cannot be
 * resolved is said once and shown in health and on {@code GET /api/v1/contracts}; the others go on. Called on the session's consumer
 * thread.
 */
final class ContractResolver implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(ContractResolver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GatewaySession session;
    private final ContractDirectory directory;
    private final ContractPublisher publisher;
    private final Consumer<Contract> onResolved;
    private final Clock clock;
    private long askedOn;

    ContractResolver(
            GatewaySession session,
            ContractDirectory directory,
            ContractPublisher publisher,
            Consumer<Contract> onResolved,
            Clock clock) {
        this.session = session;
        this.directory = directory;
        this.publisher = publisher;
        this.onResolved = onResolved;
        this.clock = clock;
    }

    @Override
    public void onStateChange(SessionEvent event) {
        if (!event.state().isUsable()) {
            return;
        }
        boolean newConnection = event.connection() != askedOn;
        askedOn = event.connection();
        directory.watchList().stream()
                .filter(entry -> newConnection || directory.find(entry.symbol()).isEmpty())
                .forEach(this::ask);
    }

    private void ask(WatchListEntry entry) {
        GatewayContract query = GatewayContract.stock(entry.symbol(), entry.primaryExchange(), "USD");
        session.ask(new ReqContractDetails(session.nextRequestId(), query), PATIENCE)
                .thenAccept(outcome -> onOutcome(entry, outcome))
                .exceptionally(failure -> {
                    problem(entry, "the answer could not be used: " + failure.getMessage());
                    return null;
                });
    }

    private void onOutcome(WatchListEntry entry, RequestOutcome outcome) {
        switch (outcome) {
            case RequestOutcome.Answered answered -> onAnswer(entry, answered);
            case RequestOutcome.BrokerError error ->
                problem(
                        entry,
                        "broker said " + error.code() + " " + error.message()
                                + "; correct the symbol in ibkr.adapter.watch-list");
            case RequestOutcome.TimedOut timedOut -> {
                problem(entry, "no answer within " + timedOut.timeout().toSeconds() + " s; asked again");
                ask(entry);
            }
            case RequestOutcome.ConnectionLost lost ->
                problem(entry, "connection lost before the answer: " + lost.reason());
            case RequestOutcome.NotSent notSent ->
                problem(entry, "not asked: " + notSent.refusal().message());
        }
    }

    private void onAnswer(WatchListEntry entry, RequestOutcome.Answered answered) {
        Instant now = clock.instant();
        List<ContractReference> matches = answered.events(ContractDetails.class).stream()
                .map(answer -> ContractTranslator.INSTANCE.reference(answer.details(), now))
                .toList();
        switch (ContractChoice.choose(entry, matches)) {
            case Chosen.One one -> resolved(entry, one);
            case Chosen.None none -> problem(entry, none.why());
        }
    }

    private void resolved(WatchListEntry entry, Chosen.One one) {
        Contract contract = one.reference().contract();
        LOG.info(
                "contract resolved symbol={} contractId={} primaryExchange={} otherMatches={}",
                entry.symbol(),
                contract.id(),
                contract.primaryExchange(),
                one.others());
        directory.onResolved(entry.symbol(), one.reference());
        publisher.publish(one.reference());
        onResolved.accept(contract);
    }

    private void problem(WatchListEntry entry, String problem) {
        if (directory.onProblem(entry.symbol(), problem)) {
            LOG.warn("contract not resolved entry={} problem={}", entry, problem);
        }
    }
}
