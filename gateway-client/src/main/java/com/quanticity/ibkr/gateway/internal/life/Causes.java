package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.session.Synchronisation.Cause;

/** Which cause asks more of the application: a new connection most, a link that kept its data least. */
final class Causes {

    private Causes() {}

    static Cause stronger(Cause a, Cause b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
