package com.quanticity.ibkr.simulator.account;

import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one contract.
 *
 * @param quantity positive long, negative short, zero closed
 * @param cost what the open quantity cost, multiplier and commissions included, in the contract's currency; negative for
 *     a short position
 */
public record Position(ListedContract contract, BigDecimal quantity, BigDecimal cost) {

    private static final int COST_SCALE = 10;

    static Position none(ListedContract contract) {
        return new Position(contract, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public boolean isOpen() {
        return quantity.signum() != 0;
    }

    /** What the position is worth at a price, negative when short. */
    public BigDecimal valueAt(BigDecimal price) {
        return quantity.multiply(price).multiply(Instruments.multiplier(contract));
    }

    /** Cost of one without the multiplier, commissions included; zero when closed. */
    public BigDecimal averagePrice() {
        return averageCost().divide(Instruments.multiplier(contract), 10, RoundingMode.HALF_EVEN);
    }

    /** Cost of one, multiplier and commissions included, never negative; zero when closed. */
    public BigDecimal averageCost() {
        return quantity.signum() == 0
                ? BigDecimal.ZERO
                : cost.divide(quantity, 8, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    /**
     * The position after a trade.
     *
     * @param signedShares positive bought, negative sold
     */
    Change trade(BigDecimal signedShares, BigDecimal price, BigDecimal commission) {
        boolean isOpening = quantity.signum() == 0 || quantity.signum() == signedShares.signum();
        if (isOpening) {
            return new Change(add(signedShares, price, commission), null);
        }
        BigDecimal closing = signedShares.abs().min(quantity.abs());
        BigDecimal closingCommission = share(commission, closing, signedShares.abs());
        BigDecimal closedCost = share(cost, closing, quantity.abs());
        BigDecimal proceeds = closing.multiply(price)
                .multiply(Instruments.multiplier(contract))
                .multiply(sign(signedShares))
                .negate();
        Position reduced =
                new Position(contract, quantity.add(closing.multiply(sign(signedShares))), cost.subtract(closedCost));
        BigDecimal opening = signedShares.subtract(closing.multiply(sign(signedShares)));
        return new Change(
                reduced.add(opening, price, commission.subtract(closingCommission)),
                proceeds.subtract(closedCost).subtract(closingCommission));
    }

    private Position add(BigDecimal signedShares, BigDecimal price, BigDecimal commission) {
        if (signedShares.signum() == 0) {
            return this;
        }
        return new Position(
                contract,
                quantity.add(signedShares),
                cost.add(signedShares.multiply(price).multiply(Instruments.multiplier(contract)))
                        .add(commission));
    }

    /** Exact when the whole is taken, else rounded to {@value #COST_SCALE} digits. */
    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0
                ? amount
                : amount.multiply(part).divide(whole, COST_SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sign(BigDecimal value) {
        return BigDecimal.valueOf(value.signum());
    }

    /**
     * A position after a trade.
     *
     * @param realized profit or loss of the closed shares net of commissions, or null when nothing was closed
     */
    record Change(Position after, @Nullable BigDecimal realized) {}
}
