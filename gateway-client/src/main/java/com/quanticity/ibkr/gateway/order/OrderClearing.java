package com.quanticity.ibkr.gateway.order;

/**
 * Who clears an order and for whom.
 *
 * @param openClose empty, O or C
 * @param origin 0 customer, 1 firm
 * @param clearingIntent empty, IB, Away, PTA
 * @param customerAccount needs version 183
 * @param professionalCustomer needs version 184
 * @param shareholder completed orders only
 */
public record OrderClearing(
        String openClose,
        int origin,
        String settlingFirm,
        String clearingAccount,
        String clearingIntent,
        String customerAccount,
        boolean professionalCustomer,
        String shareholder) {

    /** Nothing given. */
    public static final OrderClearing NONE = new OrderClearing("", 0, "", "", "", "", false, "");
}
