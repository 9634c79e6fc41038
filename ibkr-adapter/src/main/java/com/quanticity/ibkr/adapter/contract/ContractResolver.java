package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractInquiry.Answer;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice.Chosen;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.adapter.translate.ContractQueries;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves the watch list once for each connection: reference data changes over night, and so do connections. An entry that cannot be
 * resolved is said once and shown in health and on {@code GET /api/v1/contracts}; the others go on. Called on the session's consumer
 * thread.
 */
final class ContractResolver implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(ContractResolver.class);

    private final ContractInquiry inquiry;
    private final ContractDirectory directory;
    private final ContractPublisher publisher;
    private final MarketRules rules;
    private final BiConsumer<WatchListEntry, Contract> onResolved;
    private long askedOn;

    ContractResolver(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractPublisher publisher,
            MarketRules rules,
            BiConsumer<WatchListEntry, Contract> onResolved) {
        this.inquiry = inquiry;
        this.directory = directory;
        this.publisher = publisher;
        this.rules = rules;
        this.onResolved = onResolved;
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
        CompletableFuture<Void> _ = inquiry.ask(ContractQueries.of(entry.spec()))
                .thenAccept(answer -> onAnswer(entry, answer))
                .exceptionally(failure -> {
                    problem(entry, "the answer could not be used: " + failure.getMessage());
                    return null;
                });
    }

    private void onAnswer(WatchListEntry entry, Answer answer) {
        switch (answer) {
            case Answer.Matches matches -> choose(entry, matches.references());
            case Answer.NoSuchContract none -> refused(entry, 200, none.message());
            case Answer.Refused refused -> refused(entry, refused.code(), refused.message());
            case Answer.None none -> {
                problem(entry, none.why() + (none.mayAskAgain() ? "; asked again" : ""));
                if (none.mayAskAgain()) {
                    ask(entry);
                }
            }
        }
    }

    private void refused(WatchListEntry entry, int code, String message) {
        problem(entry, "broker said " + code + " " + message + "; correct the symbol in ibkr.adapter.watch-list");
    }

    private void choose(WatchListEntry entry, List<ContractReference> matches) {
        switch (ContractChoice.choose(entry.spec(), matches)) {
            case Chosen.One one -> resolved(entry, one);
            case Chosen.Several several -> problem(entry, several.why());
            case Chosen.None none -> problem(entry, none.why() + " in ibkr.adapter.watch-list");
        }
    }

    private void resolved(WatchListEntry entry, Chosen.One one) {
        ContractReference reference = one.reference();
        Contract contract = reference.contract();
        LOG.info(
                "contract resolved symbol={} contractId={} primaryExchange={} otherMatches={}",
                entry.symbol(),
                contract.id(),
                contract.primaryExchange(),
                one.others());
        directory.onResolved(entry.symbol(), reference);
        publisher.publish(reference);
        rules.want(reference);
        onResolved.accept(entry, contract);
    }

    private void problem(WatchListEntry entry, String problem) {
        if (directory.onProblem(entry.symbol(), problem)) {
            LOG.warn("contract not resolved entry={} problem={}", entry, problem);
        }
    }
}
