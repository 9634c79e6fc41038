package com.quanticity.ibkr.simulator.account;

/** Which account an order or a request is for. */
public sealed interface AccountChoice {

    record Chosen(Account account) implements AccountChoice {}

    /** An error to send with the request's id; for orders the order is dead. */
    record Refused(int code, String text) implements AccountChoice {}
}
