package com.quanticity.ibkr.risk.limit;

import java.time.Instant;

/**
 * An order that the gate denied.
 *
 * @param id id of the message that told it
 * @param clientOrderId the order
 * @param reason code
 * @param value offending value, empty when there is none
 * @param limit what it was held against, empty when there is none
 * @param at when it was denied
 */
record Breach(String id, String clientOrderId, String reason, String value, String limit, Instant at) {}
