package com.quanticity.ibkr.model.dropcopy;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;

/** Where an order or execution came from, as far as the broker's record shows it. */
public enum TradeOrigin {
    /** Placed by this platform under the trading id, or under our reference. */
    PLATFORM,
    /** Placed through the API under another client id. */
    OTHER_CLIENT,
    /** Typed into TWS or placed by the broker's desk: client id 0, or an order id of 0 or less. */
    MANUAL,
    /** Forced by the broker. */
    LIQUIDATION,
    /**
     * An option or future that left the account without an order: exercise, assignment, expiry, or the shares that came of it. Which of
     * them it was only the broker's statement says.
     */
    CONTRACT_EVENT,
    /** Taken over by a person from the broker's statement of the day: the API never told it. */
    STATEMENT,
    /** Booked by a person of the desk to put our own books right; the broker has no such trade. */
    ADJUSTMENT;

    /** True for what this platform did not ask for. */
    public boolean isOutside() {
        return this != PLATFORM && this != ADJUSTMENT;
    }

    /**
     * Where an execution came from.
     *
     * @param orderRef the text the order was placed with, empty when there is none
     * @param securityType the broker's code, for example {@code OPT}
     * @param isLiquidation the broker's own mark
     * @param hasPermId false when no order stood behind it
     */
    public static TradeOrigin ofExecution(
            ClientId clientId,
            int orderId,
            String orderRef,
            String securityType,
            BigDecimal price,
            boolean isLiquidation,
            boolean hasPermId) {
        if (isLiquidation) {
            return LIQUIDATION;
        }
        TradeOrigin byOrder = ofOrder(clientId, orderId, orderRef);
        boolean withoutOrder = orderId == 0 && !hasPermId;
        boolean worthless = isDerivative(securityType) && price.signum() == 0;
        return byOrder == MANUAL && (withoutOrder || worthless) ? CONTRACT_EVENT : byOrder;
    }

    /** Where an order came from. Our reference counts before the client id: the break-glass session places orders for us too. */
    public static TradeOrigin ofOrder(ClientId clientId, int orderId, String orderRef) {
        if (Ulid.isValid(orderRef)) {
            return PLATFORM;
        }
        if (clientId.value() == 0 || orderId <= 0) {
            return MANUAL;
        }
        return clientId.equals(ClientIdOwner.IBKR_ADAPTER.clientId()) ? PLATFORM : OTHER_CLIENT;
    }

    private static boolean isDerivative(String securityType) {
        return switch (securityType) {
            case "OPT", "FOP", "WAR", "IOPT" -> true;
            default -> false;
        };
    }
}
