package com.quanticity.ibkr.gateway.order;

/**
 * Where borrowed shares come from.
 *
 * @param shortSaleSlot 0 none, 1 clearing broker, 2 third party
 * @param designatedLocation for slot 2
 * @param exemptCode −1 = none
 */
public record OrderShortSale(int shortSaleSlot, String designatedLocation, int exemptCode) {

    /** Nothing given. */
    public static final OrderShortSale NONE = new OrderShortSale(0, "", -1);
}
