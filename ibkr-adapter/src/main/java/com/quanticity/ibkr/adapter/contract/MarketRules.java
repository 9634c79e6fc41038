package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.gateway.event.ContractEvent.MarketRule;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqMarketRule;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.PriceIncrement;
import com.quanticity.ibkr.model.contract.PriceLadder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker for the price increments of each market rule that a known contract names, once each. Thread-safe; never blocks. */
final class MarketRules {

    private static final Logger LOG = LoggerFactory.getLogger(MarketRules.class);

    /** An unknown rule is refused under no request id, so silence is its answer. Source: wire specification, errors, 322. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GatewaySession session;
    private final ContractDirectory directory;
    private final BiConsumer<Integer, PriceLadder> store;
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();

    /** @param store keeps a rule that was answered; must not block */
    MarketRules(GatewaySession session, ContractDirectory directory, BiConsumer<Integer, PriceLadder> store) {
        this.session = session;
        this.directory = directory;
        this.store = store;
    }

    /** Asks for the rules of a contract that are not known yet. */
    void want(ContractReference reference) {
        reference.marketRuleIds().stream()
                .distinct()
                .filter(rule -> directory.ladder(rule).isEmpty())
                .forEach(this::ask);
    }

    /** Asks again for every rule in use. */
    void refresh() {
        directory.references().stream()
                .flatMap(reference -> reference.marketRuleIds().stream())
                .distinct()
                .forEach(this::ask);
    }

    private void ask(int rule) {
        if (underWay.add(rule)) {
            session.ask(new ReqMarketRule(rule), PATIENCE).whenComplete((outcome, failure) -> {
                underWay.remove(rule);
                if (failure == null) {
                    onOutcome(rule, outcome);
                }
            });
        }
    }

    private void onOutcome(int rule, RequestOutcome outcome) {
        if (!(outcome instanceof RequestOutcome.Answered answered)) {
            LOG.warn(
                    "market rule not known rule={} outcome={}; prices are checked by the smallest increment",
                    rule,
                    outcome);
            return;
        }
        answered.events(MarketRule.class).forEach(answer -> learn(rule, answer));
    }

    private void learn(int rule, MarketRule answer) {
        List<PriceIncrement> increments = answer.increments().stream()
                .filter(step -> step.increment().signum() > 0 && step.lowEdge().signum() >= 0)
                .map(step -> new PriceIncrement(step.lowEdge(), step.increment()))
                .toList();
        if (increments.stream().noneMatch(step -> step.from().signum() == 0)) {
            LOG.warn("market rule cannot be used rule={} increments={}", rule, answer.increments());
            return;
        }
        PriceLadder ladder = new PriceLadder(increments);
        directory.onMarketRule(rule, ladder);
        store.accept(rule, ladder);
    }
}
