package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.exposure.Effect;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.OrderFigures;
import com.quanticity.ibkr.adapter.gate.exposure.Working;
import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.adapter.gate.limit.Rules;
import com.quanticity.ibkr.adapter.gate.price.Reference;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order in front of the gate with what is looked up once for all checks.
 *
 * @param order what is going to be sent
 * @param standing what works of it now when this is a change, null when it is new
 * @param parent the order of the same group whose fill wakes this one, null when there is none
 * @param user who asked
 * @param commandedAt when the command was published
 * @param now when the gate was asked
 * @param resolved null when the symbol is not known; a check denies that before any that needs it
 * @param account the one asked for, or the session's only one; empty when neither is certain
 * @param heard the limits, null when none were heard, which a check denies
 * @param met the limits that the order meets, null when none were heard
 * @param reference the market now
 * @param perUnitOfPrice value of one share or contract for each unit of its price, in the currency of the limits; null while the exchange
 *     rate is not known, which a check denies
 * @param alternative the largest working order of those that can fill only in place of this one, zero when there is none
 * @param legs what a combination does leg by leg, each an order at the market; empty for any other contract
 */
public record Inquiry(
        Order order,
        @Nullable Working standing,
        @Nullable Order parent,
        String user,
        Instant commandedAt,
        Instant now,
        @Nullable Contract resolved,
        String account,
        @Nullable RuleBook heard,
        @Nullable Rules met,
        Reference reference,
        @Nullable BigDecimal perUnitOfPrice,
        BigDecimal alternative,
        List<Inquiry> legs) {

    public Inquiry {
        legs = List.copyOf(legs);
    }

    public Contract contract() {
        return Objects.requireNonNull(resolved);
    }

    public ContractId contractId() {
        return contract().id();
    }

    /** The name that limits and restrictions call the contract by, however the order calls it. */
    public String instrument() {
        return instrument(contract(), order);
    }

    /** A stock by its symbol, everything else by the exchange's own symbol. */
    public static String instrument(Contract contract, Order order) {
        if (contract.securityType() == SecurityType.STOCK) {
            return contract.symbol();
        }
        return contract.localSymbol().isBlank() ? order.symbol() : contract.localSymbol();
    }

    RuleBook limits() {
        return Objects.requireNonNull(heard);
    }

    /** The rules the order meets; only to be asked when limits were heard. */
    public Rules rules() {
        return Objects.requireNonNull(met);
    }

    boolean isChange() {
        return standing != null;
    }

    public Side side() {
        return order.side();
    }

    /** Quantity that may fill from now on. */
    BigDecimal remaining() {
        return standing == null
                ? order.quantity()
                : order.quantity().subtract(standing.order().quantity().subtract(standing.remaining()));
    }

    /** Quantity that would work beyond what works of this order now; none for what only closes what its parent opens. */
    BigDecimal more() {
        if (closesItsParent()) {
            return BigDecimal.ZERO;
        }
        BigDecimal before = standing == null ? alternative : alternative.max(standing.remaining());
        return alternative.max(remaining()).subtract(before);
    }

    private boolean closesItsParent() {
        return parent != null
                && parent.side() != order.side()
                && parent.symbol().equals(order.symbol())
                && order.quantity().compareTo(parent.quantity()) <= 0;
    }

    /** The same situation, another order. */
    public Inquiry of(Order other) {
        return new Inquiry(
                other,
                null,
                null,
                user,
                commandedAt,
                now,
                null,
                account,
                heard,
                met,
                reference,
                perUnitOfPrice,
                alternative,
                List.of());
    }

    /** The same order, known to be one for a combination with these legs, whose units are of one size. */
    public Inquiry ofLegs(List<Inquiry> itsLegs, Reference net) {
        return new Inquiry(
                order,
                standing,
                parent,
                user,
                commandedAt,
                now,
                resolved,
                account,
                heard,
                met,
                net,
                itsLegs.getFirst().perUnitOfPrice(),
                alternative,
                itsLegs);
    }

    public boolean isCombination() {
        return !legs.isEmpty();
    }

    /** What letting it pass would add, contract by contract. */
    List<Effect> effects() {
        return isCombination()
                ? legs.stream().flatMap(leg -> leg.effects().stream()).toList()
                : List.of(new Effect(account, order.strategy(), contractId(), side(), more()));
    }

    /** True when it can only shrink the account's position at the broker; not known is not shrinking. */
    boolean shrinksAccount(Exposures exposures) {
        if (isCombination()) {
            return legs.stream().allMatch(leg -> leg.shrinksAccount(exposures));
        }
        return isLowering()
                || (exposures.arePositionsKnown()
                        && exposures.accountLine(account, contractId()).isShrunkBy(side(), more()));
    }

    /** True when it can only shrink what the strategy itself holds. */
    boolean shrinksStrategy(Exposures exposures) {
        if (isCombination()) {
            return legs.stream().allMatch(leg -> leg.shrinksStrategy(exposures));
        }
        return isLowering()
                || exposures.strategyLine(order.strategy(), contractId()).isShrunkBy(side(), more());
    }

    private boolean isLowering() {
        return (isChange() || closesItsParent()) && more().signum() <= 0;
    }

    /** Where the market is for this side; a check denied when it is nowhere. */
    BigDecimal market() {
        return Objects.requireNonNull(reference.at(side()));
    }

    /** The worst price the order can trade at for checks against the market: the one it names, else the market's. */
    BigDecimal price() {
        BigDecimal named = OrderFigures.limitPrice(order);
        return named != null ? named : base();
    }

    /** Where the order starts from: the price that wakes it, else the market's. */
    BigDecimal base() {
        BigDecimal trigger = OrderFigures.triggerPrice(order);
        return trigger != null ? trigger : market();
    }

    /** What a percentage of the price is a percentage of: a combination's net price may be about zero, so it is what its legs cost in all. */
    BigDecimal scale() {
        return isCombination() ? sumOfLegs(leg -> leg.market().abs()) : base().abs();
    }

    private BigDecimal sumOfLegs(Function<Inquiry, BigDecimal> ofOneUnit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Inquiry leg : legs) {
            BigDecimal ratio = leg.order().quantity().divide(order.quantity());
            sum = sum.add(ofOneUnit.apply(leg).multiply(ratio));
        }
        return sum;
    }

    /**
     * Value of one share or contract at the worst, in the currency of the limits: a price not named is the market's with a margin of safety. Of a combination that of
     * all its legs, bought or sold alike.
     */
    BigDecimal worstUnitValue() {
        if (isCombination()) {
            return sumOfLegs(Inquiry::worstUnitValue);
        }
        BigDecimal named = OrderFigures.limitPrice(order);
        BigDecimal worst;
        if (named == null) {
            Limit safety = rules().tightest(LimitKind.MARKET_SAFETY_PERCENT);
            BigDecimal percent = safety == null ? BigDecimal.ZERO : safety.value();
            BigDecimal price = base().abs().max(market().abs());
            worst = price.add(price.multiply(percent).movePointLeft(2));
        } else {
            worst = side() == Side.BUY ? named.abs() : named.abs().max(market().abs());
        }
        return worst.multiply(Objects.requireNonNull(perUnitOfPrice));
    }
}
