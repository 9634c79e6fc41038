package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.ErrorMeaning;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the broker said about every target that was ever asked for. Outlives connections. Thread-safe; nothing blocks. */
final class EntitlementBook implements EntitlementSink {

    private static final Logger LOG = LoggerFactory.getLogger(EntitlementBook.class);
    private final Map<DataTarget, Entitlement> known = new ConcurrentHashMap<>();
    private final EntitlementAlarms alarms;
    private final Clock clock;

    EntitlementBook(EntitlementAlarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public void asked(DataTarget target) {
        change(target, before -> before.asked(clock.instant()));
    }

    @Override
    public void served(DataTarget target, MarketDataType type) {
        Entitlement now = known.get(target);
        boolean isNews = now == null
                || now.pending()
                || now.dataType() != type
                || !(now.standing().isServed() || now.standing() == Standing.DELAYED_ONLY);
        if (isNews) {
            change(target, before -> before.served(type, clock.instant()));
        }
    }

    @Override
    public void answered(DataTarget target, int code, String message) {
        EntitlementRule.standing(target.kind(), code, message).ifPresent(standing -> {
            ErrorContext context = target.kind() == DataKind.LEVEL_1 ? ErrorContext.MARKET_DATA : ErrorContext.REQUEST;
            ErrorMeaning meaning = ErrorCatalogue.meaning(code, context, message);
            change(
                    target,
                    before -> before.answered(
                            standing, code, message.strip(), meaning.text(), meaning.action(), clock.instant()));
        });
    }

    /** Everything asked for so far, in no order. */
    List<Entitlement> all() {
        return List.copyOf(known.values());
    }

    Optional<Entitlement> find(DataTarget target) {
        return Optional.ofNullable(known.get(target));
    }

    @Override
    public void forget(ContractId contractId) {
        known.values().stream()
                .filter(entitlement -> entitlement.target().contractId().equals(contractId))
                .toList()
                .forEach(gone -> {
                    known.remove(gone.target());
                    alarms.end(gone, "not wanted any more");
                });
    }

    private void change(DataTarget target, UnaryOperator<Entitlement> step) {
        Instant now = clock.instant();
        Standing[] was = {Standing.NOT_ASKED};
        Entitlement after = known.compute(target, (same, before) -> {
            Entitlement from = before == null ? Entitlement.unasked(target, now) : before;
            was[0] = from.standing();
            return step.apply(from);
        });
        if (after.standing() != was[0]) {
            LOG.info(
                    "entitlement target={} standing={} was={} code={} message={}",
                    target,
                    after.standing(),
                    was[0],
                    after.code(),
                    after.message());
            alarms.accept(after);
        }
    }
}
