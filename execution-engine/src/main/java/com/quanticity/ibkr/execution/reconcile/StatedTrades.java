package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the broker's statements tell, for people who take it over. Implemented where statements are kept. Thread-safe. */
public interface StatedTrades {

    /**
     * One trade of a statement.
     *
     * @param execId the broker's, or a name of ours for a booking without one: the same each time the statement is read
     * @param contractId null when the statement names none
     * @param quantity not signed
     * @param commission positive = paid, null when not given
     * @param orderRef text the order was placed with, empty when not given
     * @param permId null when not given
     * @param executedAt within the statement's trade date
     */
    record StatedTrade(
            String execId,
            @Nullable ContractId contractId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal commission,
            String commissionCurrency,
            String orderRef,
            @Nullable PermId permId,
            Instant executedAt) {}

    /**
     * The trade that a discrepancy is about.
     *
     * @param witness of the discrepancy
     * @param reference of the discrepancy
     */
    Optional<StatedTrade> find(String account, String witness, String reference);

    /** The last moment of the day that a witness speaks of; empty for a witness that is no statement. */
    Optional<Instant> endOfDay(String witness);
}
