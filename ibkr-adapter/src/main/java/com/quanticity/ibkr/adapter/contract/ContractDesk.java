package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.contract.ContractInquiry.Answer;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice.Chosen;
import com.quanticity.ibkr.adapter.translate.ContractQueries;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OccMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves specifications of every kind: once, then from memory; the same specification asked for twice at a time is one question.
 * Thread-safe; never blocks; futures never complete exceptionally and may complete on the session's consumer thread.
 */
public final class ContractDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ContractDesk.class);

    private final ContractInquiry inquiry;
    private final ContractDirectory directory;
    private final ContractPublisher publisher;
    private final MarketRules rules;
    private final OccMappings mappings;
    private final Map<String, CompletableFuture<Resolution>> underWay = new ConcurrentHashMap<>();

    ContractDesk(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractPublisher publisher,
            MarketRules rules,
            OccMappings mappings) {
        this.inquiry = inquiry;
        this.directory = directory;
        this.publisher = publisher;
        this.rules = rules;
        this.mappings = mappings;
    }

    /** Resolves a specification. */
    public CompletableFuture<Resolution> resolve(ContractSpec spec) {
        return switch (spec) {
            case ContractSpec.Combination combination -> resolveLegs(combination);
            case ContractSpec.Stock _,
                    ContractSpec.Option _,
                    ContractSpec.Occ _,
                    ContractSpec.Future _,
                    ContractSpec.FutureOption _,
                    ContractSpec.Bond _,
                    ContractSpec.CurrencyPair _,
                    ContractSpec.Index _,
                    ContractSpec.ById _ -> remembered(spec).orElseGet(() -> ask(spec));
        };
    }

    private Optional<CompletableFuture<Resolution>> remembered(ContractSpec spec) {
        return directory
                .find(spec)
                .flatMap(contract -> directory
                        .reference(contract.id())
                        .map(reference ->
                                CompletableFuture.completedFuture(new Resolution.Resolved(contract, reference, 0))));
    }

    private CompletableFuture<Resolution> ask(ContractSpec spec) {
        CompletableFuture<Resolution> mine = new CompletableFuture<>();
        CompletableFuture<Resolution> before = underWay.putIfAbsent(spec.text(), mine);
        if (before != null) {
            return before;
        }
        inquiry.ask(ContractQueries.of(spec)).whenComplete((answer, failure) -> {
            underWay.remove(spec.text(), mine);
            mine.complete(failure == null ? resolution(spec, answer) : new Resolution.Unavailable(failure.toString()));
        });
        return mine;
    }

    private Resolution resolution(ContractSpec spec, Answer answer) {
        return switch (answer) {
            case Answer.Matches matches -> choose(spec, matches.references());
            case Answer.NoSuchContract none -> {
                if (spec instanceof ContractSpec.Occ occ) {
                    mappings.onUnknown(occ.symbol(), none.message());
                }
                yield new Resolution.Unknown("the broker knows no " + spec.text() + " (" + none.message()
                        + "); correct it, or look for it by GET /api/v1/contracts/search?text=");
            }
            case Answer.Refused refused ->
                new Resolution.Unknown("the broker refuses " + spec.text() + ": " + refused.code() + " "
                        + refused.message() + "; correct it");
            case Answer.None none -> new Resolution.Unavailable(none.why() + "; ask again when the session is READY");
        };
    }

    private Resolution choose(ContractSpec spec, List<ContractReference> matches) {
        return switch (ContractChoice.choose(spec, matches)) {
            case Chosen.One one -> resolved(spec, one);
            case Chosen.Several several -> new Resolution.Ambiguous(several.candidates(), several.why());
            case Chosen.None none -> new Resolution.Unknown(none.why());
        };
    }

    private Resolution resolved(ContractSpec spec, Chosen.One one) {
        ContractReference reference = one.reference();
        if (spec instanceof ContractSpec.Occ occ) {
            OccMapping mapping = mappings.onAnswer(occ.symbol(), reference);
            if (mapping.state() != OccMapping.State.MATCHED) {
                directory.onKnown(reference);
                return new Resolution.Mismatch(mapping.reason());
            }
        }
        Contract contract = ContractDirectory.routed(reference.contract(), exchange(spec, reference));
        LOG.info(
                "contract resolved contract={} contractId={} exchange={} otherMatches={}",
                spec.text(),
                contract.id(),
                contract.exchange(),
                one.others());
        directory.onResolved(spec, contract, reference);
        publisher.publish(reference);
        rules.want(reference);
        return new Resolution.Resolved(contract, reference, one.others());
    }

    /** A venue is taken only when the broker lists it as valid. */
    private static String exchange(ContractSpec spec, ContractReference reference) {
        String wanted = switch (spec) {
            case ContractSpec.Option option -> option.exchange();
            case ContractSpec.Bond bond -> bond.exchange();
            case ContractSpec.ById byId -> byId.exchange();
            case ContractSpec.Stock _,
                    ContractSpec.Occ _,
                    ContractSpec.Future _,
                    ContractSpec.FutureOption _,
                    ContractSpec.CurrencyPair _,
                    ContractSpec.Index _,
                    ContractSpec.Combination _ -> reference.contract().exchange();
        };
        return reference.validExchanges().contains(wanted)
                ? wanted
                : reference.contract().exchange();
    }

    private CompletableFuture<Resolution> resolveLegs(ContractSpec.Combination combination) {
        List<CompletableFuture<Resolution>> legs =
                combination.legs().stream().map(leg -> resolve(leg.contract())).toList();
        return CompletableFuture.allOf(legs.toArray(CompletableFuture[]::new))
                .thenApply(
                        _ -> combined(legs.stream().map(CompletableFuture::join).toList()));
    }

    /** The first leg that is not resolved decides. */
    private static Resolution combined(List<Resolution> legs) {
        return legs.stream()
                .filter(leg -> !(leg instanceof Resolution.Resolved))
                .findFirst()
                .orElseGet(() -> new Resolution.Combined(legs.stream()
                        .map(Resolution.Resolved.class::cast)
                        .map(Resolution.Resolved::contract)
                        .toList()));
    }
}
