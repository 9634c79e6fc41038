package com.quanticity.ibkr.model.parent;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parent as somebody asks for it, by REST or on {@code signal.intent}. Null is "not given"; what then counts is said at each member.
 *
 * @param account account to trade in, the gateway's only one when not given
 * @param symbol the desk's symbol
 * @param side buy or sell
 * @param quantity what shall be traded in all, above zero
 * @param strategy who wants it, for attribution; {@code manual} when not given
 * @param algorithm id in the register of algorithms; the plan's own, such as {@code twap}, when not given
 * @param person who answers for it
 * @param plan when the quantity goes out
 * @param price how children are priced; market orders when not given
 * @param lot how children are sized
 */
public record ParentWish(
        @Nullable String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        @Nullable String strategy,
        @Nullable String algorithm,
        String person,
        Plan plan,
        @Nullable Price price,
        @Nullable Lot lot) {

    public ParentWish {
        Objects.requireNonNull(symbol, "symbol must be given");
        Objects.requireNonNull(side, "side must be BUY or SELL");
        Objects.requireNonNull(quantity, "quantity must be given");
        Objects.requireNonNull(person, "person must be given");
        Objects.requireNonNull(plan, "plan must be given");
    }

    /**
     * When the quantity goes out.
     *
     * @param start UTC; at once when not given
     * @param end first instant after the window, UTC; must be given, except for AT_ONCE, which takes ten minutes
     * @param endRule what becomes of the rest; LEAVE_REST when not given
     * @param slices of TWAP; one a minute when not given
     * @param jitterPercent of TWAP: latest begin of a slice in percent of its length; 30 when not given
     * @param percent of POV: share of the market's volume, above 0 and at most 50
     * @param display of an iceberg: most that is out
     */
    public record Plan(
            PlanKind kind,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable EndRule endRule,
            @Nullable Integer slices,
            @Nullable Integer jitterPercent,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal display) {

        public Plan {
            Objects.requireNonNull(kind, "plan.kind must be given");
        }
    }

    /**
     * How children are priced.
     *
     * @param limitPrice worst price of every child
     * @param capTicks of CROSS: increments beyond the best opposite price; 0 when not given
     * @param venues of CROSS: exchanges that may be named; only SMART when not given
     * @param patience a child not filled for so long is cancelled and its rest sent anew; it stays when not given
     */
    public record Price(
            Pricing pricing,
            @Nullable BigDecimal limitPrice,
            @Nullable Integer capTicks,
            @Nullable Set<String> venues,
            @Nullable Duration patience) {

        public Price {
            Objects.requireNonNull(pricing, "price.pricing must be given");
        }
    }

    /**
     * How children are sized.
     *
     * @param step every child is a multiple of it; 1 when not given
     * @param smallest smallest child, the last one apart; the step when not given
     * @param largest largest child; two slices of TWAP, the display quantity of an iceberg, all of AT_ONCE, a tenth otherwise, when not given
     */
    public record Lot(
            @Nullable BigDecimal step,
            @Nullable BigDecimal smallest,
            @Nullable BigDecimal largest) {}
}
