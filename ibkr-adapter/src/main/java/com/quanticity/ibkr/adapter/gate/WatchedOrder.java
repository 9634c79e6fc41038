package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.order.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of our orders as it stands.
 *
 * @param order its terms now
 * @param account the account the gate settled on
 * @param contractId null when it was denied before the symbol was looked up
 * @param legs of a combination, empty for any other contract
 * @param state where it stands; what is not terminal counts as exposure
 * @param filled filled so far
 * @param by who asked for it
 * @param commandedAt when it was asked for
 * @param changes how often its terms were changed at the broker
 * @param cancelRequested somebody asked to cancel it
 * @param at when it last changed
 */
public record WatchedOrder(
        Order order,
        String account,
        @Nullable ContractId contractId,
        List<ContractLeg> legs,
        JournalState state,
        BigDecimal filled,
        String by,
        Instant commandedAt,
        int changes,
        boolean cancelRequested,
        Instant at) {}
