package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.gateway.session.GatewaySession;

/** Puts something around the session that every part of this service gets. */
@FunctionalInterface
public interface SessionDecorator {

    GatewaySession decorate(GatewaySession session);
}
