package com.quanticity.ibkr.model.session;

/** Which of its gateways a session uses. */
public enum GatewayRole {
    PRIMARY,
    BACKUP
}
