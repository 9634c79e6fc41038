package com.quanticity.ibkr.gateway.order;

/**
 * What ties orders together.
 *
 * @param parentId order id of the parent of a bracket, 0 = none
 * @param ocaGroup name of the one-cancels-all group
 * @param ocaType 1 a fill cancels the others, 2 and 3 reduce them; 3 without overfill block; 0 no group
 */
public record OrderGroup(int parentId, String ocaGroup, int ocaType, boolean autoCancelParent) {

    /** Nothing given. */
    public static final OrderGroup NONE = new OrderGroup(0, "", 0, false);
}
