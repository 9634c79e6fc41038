package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.Scale;
import java.math.BigDecimal;
import java.util.Optional;

/** Closes the filled components of a scale order at a profit: each gets a limit order of its own on the other side. */
final class ScaleProfits {

    private final OwnOrders own;

    ScaleProfits(OwnOrders own) {
        this.own = own;
    }

    /** The order for the component that a fill completed; empty when none did, or nothing is to be closed. */
    Optional<WorkingOrder> afterFill(WorkingOrder order, BigDecimal shares) {
        Scale scale = order.terms().scale();
        if (scale == null || scale.profitOffset() == null) {
            return Optional.empty();
        }
        BigDecimal before = order.filled().subtract(shares);
        BigDecimal end = scale.endOfComponent(before).min(order.terms().quantity());
        return order.filled().compareTo(end) < 0
                ? Optional.empty()
                : Optional.of(closing(order, sizeOfComponent(scale, end), scale.profitOffset()));
    }

    private static BigDecimal sizeOfComponent(Scale scale, BigDecimal end) {
        BigDecimal begin = BigDecimal.ZERO;
        while (scale.endOfComponent(begin).compareTo(end) < 0) {
            begin = scale.endOfComponent(begin);
        }
        return end.subtract(begin);
    }

    private WorkingOrder closing(WorkingOrder order, BigDecimal size, BigDecimal offset) {
        OrderTerms terms = order.terms();
        BigDecimal limit = terms.side().opposite().moreAggressive(order.lastFillPrice(), offset.negate());
        return own.limit(order, order.contract(), terms.side().opposite(), size, limit);
    }
}
