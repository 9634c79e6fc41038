package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.util.Optional;

/**
 * The slots each client id has in any case, also when the others cannot be asked. Of 45: adapter 12, risk manager 6, replay 3,
 * break-glass 5, any other id 2; the remaining 19 go to whoever needs them.
 */
public final class FixedParts {

    private static final int OF = 45;

    private FixedParts() {}

    /** Slots of an id, at least 1, in proportion when the budget is not 45. */
    public static int of(ClientId clientId, int messagesPerSecond) {
        return Math.max(1, partOf45(ClientIdOwner.of(clientId)) * messagesPerSecond / OF);
    }

    private static int partOf45(Optional<ClientIdOwner> owner) {
        return owner.map(known -> switch (known) {
                    case IBKR_ADAPTER -> 12;
                    case RISK_MANAGER -> 6;
                    case EXECUTION_REPLAY -> 3;
                    case BREAK_GLASS -> 5;
                })
                .orElse(2);
    }
}
