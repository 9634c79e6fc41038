package com.quanticity.ibkr.gateway.contract;

/**
 * One leg of a combination.
 *
 * @param conId contract id of the leg
 * @param ratio how many of it for one combination
 * @param action BUY or SELL
 * @param exchange where the leg is routed
 * @param openClose 0 same as the combination, 1 open, 2 close, 3 unknown
 * @param shortSaleSlot 0 none, 1 clearing broker, 2 third party
 * @param designatedLocation where the shares are held, for slot 2
 * @param exemptCode −1 = none
 */
public record ComboLeg(
        int conId,
        int ratio,
        String action,
        String exchange,
        int openClose,
        int shortSaleSlot,
        String designatedLocation,
        int exemptCode) {

    /** A leg without short-sale details. */
    public static ComboLeg of(int conId, int ratio, String action, String exchange) {
        return new ComboLeg(conId, ratio, action, exchange, 0, 0, "", -1);
    }
}
