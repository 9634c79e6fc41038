package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.stream.Envelope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as the journal holds it.
 *
 * @param order what was asked for
 * @param orderId null when it was denied before one was allocated
 * @param messageId id of the command
 * @param commandedBy who asked
 * @param commandedAt when the command was published
 * @param account the account the gate settled on, as asked for when it was denied
 * @param contractId null when denied before the symbol was looked up; of a combination one made of its legs
 * @param legs of a combination, empty for any other contract
 * @param connection number of the connection it was meant for, 0 when there was none
 * @param state where it stands
 * @param permId null until acknowledged
 * @param filledQuantity filled as far as executions tell
 * @param reasonCode denial reason or broker's code, empty when there is none
 * @param reason one line, empty when there is none
 * @param cancelRequested somebody asked to cancel it
 * @param at when it was journaled, or last changed when read back
 */
public record JournalRow(
        Order order,
        @Nullable OrderId orderId,
        String messageId,
        String commandedBy,
        Instant commandedAt,
        String account,
        @Nullable ContractId contractId,
        List<ContractLeg> legs,
        long connection,
        JournalState state,
        @Nullable PermId permId,
        BigDecimal filledQuantity,
        String reasonCode,
        String reason,
        boolean cancelRequested,
        Instant at) {

    public JournalRow {
        legs = List.copyOf(legs);
    }

    /** An order as it was asked for, nothing decided yet. */
    public static JournalRow of(OrderCommand.Submit submit, Envelope<OrderCommand> message, Instant now) {
        return new JournalRow(
                submit.order(),
                null,
                message.id(),
                submit.by(),
                message.at(),
                submit.order().account(),
                null,
                List.of(),
                0,
                JournalState.JOURNALED,
                null,
                BigDecimal.ZERO,
                "",
                "",
                false,
                now);
    }

    /** The same, as it is going to be sent. */
    public JournalRow withTerms(
            OrderId id, String settledAccount, ContractId contract, List<ContractLeg> itsLegs, long onConnection) {
        return new JournalRow(
                order,
                id,
                messageId,
                commandedBy,
                commandedAt,
                settledAccount,
                contract,
                itsLegs,
                onConnection,
                state,
                permId,
                filledQuantity,
                reasonCode,
                reason,
                cancelRequested,
                at);
    }

    /** The same, refused. */
    public JournalRow denied(String code, String why, Instant now) {
        return new JournalRow(
                order,
                orderId,
                messageId,
                commandedBy,
                commandedAt,
                account,
                contractId,
                legs,
                connection,
                JournalState.DENIED,
                permId,
                filledQuantity,
                code,
                why,
                cancelRequested,
                now);
    }
}
