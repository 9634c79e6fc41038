package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an order asks for. */
public record OrderTerms(Amount amount, Pricing pricing, Lifetime lifetime, Links links, Work work) {

    /** A market or limit order without attributes. */
    public static OrderTerms plain(
            Side side, BigDecimal quantity, @Nullable BigDecimal limit, TimeInForce timeInForce) {
        return new OrderTerms(
                new Amount(side, false, quantity, null),
                Pricing.plain(limit),
                Lifetime.of(timeInForce),
                Links.NONE,
                Work.PLAIN);
    }

    public Side side() {
        return amount.side();
    }

    public BigDecimal quantity() {
        return amount.quantity();
    }

    public @Nullable BigDecimal cashQuantity() {
        return amount.cashQuantity();
    }

    public OrderType type() {
        return pricing.type();
    }

    public @Nullable BigDecimal limit() {
        return pricing.limit();
    }

    public @Nullable BigDecimal trigger() {
        return pricing.trigger();
    }

    public TriggerMethod triggerMethod() {
        return pricing.triggerMethod();
    }

    public @Nullable Trailing trailing() {
        return pricing.trailing();
    }

    public Pegging pegging() {
        return pricing.pegging();
    }

    public @Nullable Adjustment adjustment() {
        return pricing.adjustment();
    }

    public TimeInForce timeInForce() {
        return lifetime.timeInForce();
    }

    public Display display() {
        return work.display();
    }

    public Conditions conditions() {
        return work.conditions();
    }

    public @Nullable AlgoTerms algo() {
        return work.algo();
    }

    public @Nullable Scale scale() {
        return work.scale();
    }

    public @Nullable Hedge hedge() {
        return work.hedge();
    }

    /** The same for another quantity. */
    public OrderTerms withQuantity(BigDecimal other) {
        return new OrderTerms(amount.withQuantity(other), pricing, lifetime, links, work);
    }

    /** The same with another limit price. */
    public OrderTerms withLimit(@Nullable BigDecimal other) {
        return new OrderTerms(amount, pricing.withLimit(other), lifetime, links, work);
    }

    /** The same in another group. */
    public OrderTerms inGroup(Links other) {
        return new OrderTerms(amount, pricing, lifetime, other, work);
    }

    /** The stop after the market reached its adjustment's price; without an adjustment the same. */
    public OrderTerms adjusted() {
        return new OrderTerms(amount, pricing.adjusted(), lifetime, links, work);
    }

    /** Whether the order trades at this price. */
    public boolean accepts(BigDecimal price) {
        return limit() == null || side().isWithin(price, limit());
    }
}
