package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The strategy has not filled and entered again too often. The first order beyond the limit disables it until a named person enables it
 * again; what shrinks the strategy's position passes. Source: Regulation (EU) 2017/589, article 15(3).
 *
 * @param disables false when the order is only asked about: it is denied and its strategy stays enabled
 */
public record StrategyEnabled(Activity activity, StrategyLocks locks, Exposures exposures, boolean disables)
        implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.isChange()) {
            return null;
        }
        StrategyLocks.Lock lock = lock(inquiry);
        return lock == null || inquiry.shrinksStrategy(exposures)
                ? null
                : Denied.of(
                        DenialReason.STRATEGY_DISABLED,
                        "strategy",
                        lock.strategy() + ": " + lock.cycles() + " times, disabled at " + lock.at(),
                        lock.limit());
    }

    private StrategyLocks.@Nullable Lock lock(Inquiry inquiry) {
        String strategy = inquiry.order().strategy();
        StrategyLocks.Lock standing = locks.find(strategy);
        Limit limit = inquiry.rules().find(ScopeKind.STRATEGY, LimitKind.REPEATED_EXECUTIONS);
        if (standing != null || limit == null) {
            return standing;
        }
        int cycles = activity.cycles(
                inquiry.order(), inquiry.contractId(), inquiry.now(), Objects.requireNonNull(limit.window()));
        if (cycles <= limit.value().intValue()) {
            return null;
        }
        StrategyLocks.Lock lock = new StrategyLocks.Lock(strategy, cycles, LimitText.of(limit), inquiry.now());
        if (disables) {
            locks.lock(strategy, cycles, lock.limit(), lock.at());
        }
        return lock;
    }
}
