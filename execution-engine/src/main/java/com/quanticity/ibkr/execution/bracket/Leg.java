package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A protective order without proof of its end.
 *
 * @param clientOrderId its id
 * @param kind which of the two
 * @param open most that it may still fill: the larger quantity while a change of it is on its way
 * @param least what it will fill at least when its price comes: zero while its life is not proven, the smaller quantity while a change is
 *     on its way
 * @param proof how sure that is
 */
public record Leg(ClientOrderId clientOrderId, Kind kind, BigDecimal open, BigDecimal least, Proof proof) {

    public Leg {
        if (least.signum() < 0 || open.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "leg " + clientOrderId + " cannot have " + least + " to " + open + " open");
        }
    }

    /** With nothing on its way when it is confirmed, and not proven otherwise. */
    Leg(ClientOrderId clientOrderId, Kind kind, BigDecimal open, Proof proof) {
        this(clientOrderId, kind, open, proof == Proof.CONFIRMED ? open : BigDecimal.ZERO, proof);
    }

    /** Which side of the price it waits on. */
    public enum Kind {
        /** Limits the loss. */
        STOP,
        /** Takes the profit. */
        TARGET;

        /** The kind of an order with that role; null when it is no leg. */
        static @Nullable Kind ofRole(@Nullable String role) {
            return "STOP".equals(role) ? STOP : "TARGET".equals(role) ? TARGET : null;
        }
    }

    /** How sure we are of a leg, the surer the earlier. */
    public enum Proof {
        /** The broker has confirmed it with this quantity, and nothing is on its way. */
        CONFIRMED,
        /** An order, a change or a cancel was sent and is not answered. */
        PENDING,
        /** What became of it cannot be known yet. */
        UNKNOWN
    }
}
