package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.stream.Envelope;
import java.time.Instant;

/**
 * One change of an order as the journal holds it.
 *
 * @param modificationId unique for ever
 * @param change what was asked for
 * @param wanted the order as it is to be
 * @param messageId id of the command
 * @param commandedBy who asked
 * @param commandedAt when the command was published
 * @param state where it stands
 * @param reasonCode denial reason or broker's code, empty when there is none
 * @param reason one line, empty when there is none
 * @param journaledAt when it was first written
 * @param at when it last changed
 */
public record ModificationRow(
        String modificationId,
        OrderChange change,
        Order wanted,
        String messageId,
        String commandedBy,
        Instant commandedAt,
        ModificationState state,
        String reasonCode,
        String reason,
        Instant journaledAt,
        Instant at) {

    /** A change as it was asked for, nothing decided yet. */
    public static ModificationRow of(
            OrderCommand.Modify modify, Order wanted, Envelope<OrderCommand> message, Instant now) {
        return new ModificationRow(
                modify.modificationId(),
                modify.change(),
                wanted,
                message.id(),
                modify.by(),
                message.at(),
                ModificationState.JOURNALED,
                "",
                "",
                now,
                now);
    }

    public ClientOrderId clientOrderId() {
        return wanted.clientOrderId();
    }

    /** The same, further on. */
    public ModificationRow moved(ModificationState next, String code, String why, Instant now) {
        return new ModificationRow(
                modificationId, change, wanted, messageId, commandedBy, commandedAt, next, code, why, journaledAt, now);
    }
}
