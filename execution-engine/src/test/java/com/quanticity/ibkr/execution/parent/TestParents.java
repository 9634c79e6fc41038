package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.schedule.Lot;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.parent.Pricing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms of parents for tests. */
public final class TestParents {

    private TestParents() {}

    /** Buys at the market, all at once. */
    public static ParentTerms terms(BigDecimal quantity, Instant start, Instant end) {
        return terms(quantity, quantity, start, end, EndRule.LEAVE_REST, null);
    }

    /**
     * Buys at the market, all at once.
     *
     * @param largest size of a child
     * @param patience with a child, null = for ever
     */
    public static ParentTerms terms(
            BigDecimal quantity,
            BigDecimal largest,
            Instant start,
            Instant end,
            EndRule endRule,
            @Nullable Duration patience) {
        return new ParentTerms(
                "",
                "SPY",
                Side.BUY,
                quantity,
                "test",
                "at-once",
                "ada",
                "",
                new PlanTerms(PlanKind.AT_ONCE, start, end, endRule, null, null, null, null, null, null),
                new ChildTerms(
                        Pricing.MARKET,
                        null,
                        0,
                        Set.of(),
                        null,
                        new Lot(BigDecimal.ONE, BigDecimal.ONE, largest),
                        patience),
                null);
    }

    public static ParentTerms withBracket(ParentTerms terms, BracketTerms prices) {
        return new ParentTerms(
                terms.account(),
                terms.symbol(),
                terms.side(),
                terms.quantity(),
                terms.strategy(),
                "bracket",
                terms.person(),
                terms.origin(),
                terms.plan(),
                terms.children(),
                prices);
    }
}
