package com.quanticity.ibkr.gateway.order;

import org.jspecify.annotations.Nullable;

/**
 * Who placed an order and its account-wide number. Answers only.
 *
 * @param clientId client that placed it
 * @param permId account-wide order number, null until the broker acknowledged
 * @param parentPermId completed orders only, null = none
 * @param submitter from version 198 on
 */
public record OrderIdentity(
        int clientId, @Nullable Long permId, @Nullable Long parentPermId, String submitter) {

    /** Nothing given. */
    public static final OrderIdentity NONE = new OrderIdentity(0, null, null, "");
}
