package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.terms.Side;

/**
 * One leg of a combination.
 *
 * @param ratio units of the leg in one combination
 * @param side of the leg when the combination is bought
 */
public record ComboLeg(ListedContract contract, int ratio, Side side) {

    /** The side of the leg when the combination is traded on a side. */
    public Side sideOf(Side combination) {
        return combination == Side.BUY ? side : side.opposite();
    }
}
