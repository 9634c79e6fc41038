package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.Settings;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;

/** Whether somebody lends the shares that an order would sell short. */
public final class Locates {

    private final Settings settings;

    public Locates(Settings settings) {
        this.settings = settings;
    }

    public boolean isMissing(WorkingOrder order) {
        BigDecimal available = settings.rules().shortable().get(order.contract().symbol());
        if (available == null || order.terms().side() == Side.BUY) {
            return false;
        }
        BigDecimal held = order.account().position(order.contract()).quantity().max(BigDecimal.ZERO);
        return order.remaining().subtract(held).compareTo(available) > 0;
    }
}
