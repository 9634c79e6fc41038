package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.GatewayConnection;

/** An established connection with its number. */
record Link(Attempt attempt, GatewayConnection connection) {

    long number() {
        return attempt.number();
    }
}
