package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.position.StrategyPositions.Share;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Positions and profit by strategy, and the proof that they add up to the account. Pure. */
final class Attribution {

    private Attribution() {}

    /**
     * A strategy's part of a position, in contract currency.
     *
     * @param cashFlow what came in less what went out, commissions apart
     * @param mark the price it is valued at, null when none is fresh
     * @param unrealizedPnl of the open quantity at the mark, null without one
     */
    record Part(
            String account,
            ContractId contractId,
            String symbol,
            String strategy,
            BigDecimal quantity,
            BigDecimal averagePrice,
            BigDecimal realizedPnl,
            BigDecimal commission,
            BigDecimal cashFlow,
            @Nullable BigDecimal mark,
            @Nullable BigDecimal unrealizedPnl) {}

    /**
     * What the parts of a position leave over; all zero as long as the books agree.
     *
     * @param quantity the position's
     * @param quantityOff position less all strategies
     * @param commissionOff position less all strategies
     * @param cashFlowOff position less all strategies
     */
    record Sum(
            String account,
            ContractId contractId,
            String symbol,
            BigDecimal quantity,
            BigDecimal quantityOff,
            BigDecimal commissionOff,
            BigDecimal cashFlowOff) {

        boolean agrees() {
            return quantityOff.signum() == 0 && commissionOff.signum() == 0 && cashFlowOff.signum() == 0;
        }
    }

    /**
     * A strategy over all its positions.
     *
     * @param unrealizedPnl null when a position of it has no mark
     */
    record Total(
            String strategy,
            BigDecimal realizedPnl,
            @Nullable BigDecimal unrealizedPnl,
            BigDecimal commission) {}

    /** An account's position with its cost. */
    record Position(LedgerPosition told, BigDecimal cost) {}

    static List<Part> parts(List<Share> shares, Function<Share, @Nullable BigDecimal> marks) {
        return shares.stream().map(share -> part(share, marks.apply(share))).toList();
    }

    static List<Sum> sums(List<Position> positions, List<Share> shares) {
        List<Sum> sums = new ArrayList<>();
        for (Position position : positions) {
            LedgerPosition told = position.told;
            List<Share> own = shares.stream()
                    .filter(share -> share.account().equals(told.account())
                            && share.contractId().equals(told.contractId()))
                    .toList();
            sums.add(new Sum(
                    told.account(),
                    told.contractId(),
                    told.symbol(),
                    told.quantity(),
                    less(told.quantity(), own, share -> share.holding().quantity()),
                    less(told.commission(), own, Share::commission),
                    less(told.realizedPnl().subtract(position.cost), own, share -> cashFlow(share.holding()))));
        }
        return sums;
    }

    static List<Total> totals(List<Part> parts) {
        Map<String, Total> totals = new LinkedHashMap<>();
        for (Part part : parts) {
            totals.merge(part.strategy, total(part), Attribution::added);
        }
        return List.copyOf(totals.values());
    }

    private static Total total(Part part) {
        return new Total(part.strategy, part.realizedPnl, part.unrealizedPnl, part.commission);
    }

    private static Total added(Total one, Total other) {
        return new Total(
                one.strategy,
                one.realizedPnl.add(other.realizedPnl),
                one.unrealizedPnl == null || other.unrealizedPnl == null
                        ? null
                        : one.unrealizedPnl.add(other.unrealizedPnl),
                one.commission.add(other.commission));
    }

    private static Part part(Share share, @Nullable BigDecimal mark) {
        Holding holding = share.holding();
        return new Part(
                share.account(),
                share.contractId(),
                share.symbol(),
                share.strategy(),
                Columns.canonical(holding.quantity()),
                holding.averagePrice(share.pointValue()),
                Columns.canonical(holding.realizedPnl()),
                Columns.canonical(share.commission()),
                Columns.canonical(cashFlow(holding)),
                mark,
                unrealized(share, mark));
    }

    private static @Nullable BigDecimal unrealized(Share share, @Nullable BigDecimal mark) {
        Holding holding = share.holding();
        if (holding.quantity().signum() == 0) {
            return BigDecimal.ZERO;
        }
        return mark == null
                ? null
                : Columns.canonical(holding.quantity()
                        .multiply(mark)
                        .multiply(share.pointValue())
                        .subtract(holding.cost()));
    }

    private static BigDecimal cashFlow(Holding holding) {
        return holding.realizedPnl().subtract(holding.cost());
    }

    private static BigDecimal less(BigDecimal whole, List<Share> shares, Function<Share, BigDecimal> figure) {
        return Columns.canonical(whole.subtract(shares.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
