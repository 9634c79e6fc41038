package com.quanticity.ibkr.simulator.clearing;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.margin.Product.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what expires at the close: options that are a cent in the money are exercised or assigned, the others are gone,
 * futures are closed at their last price.
 *
 * <p>Source: OCC Rule 805, exercise by exception.
 */
final class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Settlements settlements;
    private final Lapses lapses;

    Expiry(Settlements settlements, Lapses lapses) {
        this.settlements = settlements;
        this.lapses = lapses;
    }

    /** Settles everything whose last day is this one or an earlier one. */
    void settle(Account account, LocalDate lastDay) {
        for (Position position : account.openPositions()) {
            LocalDate expiry = Instruments.expiry(position.contract());
            if (expiry != null && !expiry.isAfter(lastDay)) {
                settle(account, position);
            }
        }
    }

    private void settle(Account account, Position position) {
        ListedContract contract = position.contract();
        Option option = Instruments.option(contract);
        log.info("position expired symbol={} quantity={}", contract.localSymbol(), position.quantity());
        if (option == null) {
            settlements.settleFuture(account, position);
            return;
        }
        BigDecimal exercised = settlements.inTheMoney(contract, option).compareTo(CENT) < 0
                ? BigDecimal.ZERO
                : wanted(account, position);
        BigDecimal gone = position.quantity().subtract(exercised);
        if (gone.signum() != 0) {
            settlements.expire(account, contract, gone);
        }
        if (exercised.signum() != 0) {
            settlements.exercise(account, contract, option, exercised);
        }
    }

    /** What is sold is assigned whole; of what is held, the part that was to lapse is not exercised. */
    private BigDecimal wanted(Account account, Position position) {
        return position.quantity().signum() < 0
                ? position.quantity()
                : position.quantity()
                        .subtract(lapses.of(account, position.contract()))
                        .max(BigDecimal.ZERO);
    }
}
