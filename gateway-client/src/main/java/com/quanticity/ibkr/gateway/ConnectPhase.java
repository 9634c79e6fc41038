package com.quanticity.ibkr.gateway;

/** How far a connection attempt has come. */
public enum ConnectPhase {
    /** Opening the socket. */
    SOCKET,
    /** Socket open, version offered. */
    VERSION,
    /** Version agreed, API started, waiting for accounts and next order id. */
    START_API
}
