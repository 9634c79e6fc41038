package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;

/**
 * A protective order without proof of its end.
 *
 * @param clientOrderId its id
 * @param kind which of the two
 * @param open most that it may still fill: the larger quantity while a change of it is on its way
 * @param proof how sure that is
 */
public record Leg(ClientOrderId clientOrderId, Kind kind, BigDecimal open, Proof proof) {

    public Leg {
        if (open.signum() < 0) {
            throw new IllegalArgumentException("leg " + clientOrderId + " cannot have " + open + " open");
        }
    }

    /** Which side of the price it waits on. */
    public enum Kind {
        /** Limits the loss. */
        STOP,
        /** Takes the profit. */
        TARGET
    }

    /** How sure we are of a leg. */
    public enum Proof {
        /** The broker has confirmed it with this quantity, and nothing is on its way. */
        CONFIRMED,
        /** An order, a change or a cancel was sent and is not answered. */
        PENDING,
        /** What became of it cannot be known yet. */
        UNKNOWN
    }
}
