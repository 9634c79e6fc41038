package com.quanticity.ibkr.gateway.order;

import com.quanticity.ibkr.gateway.TagValue;
import java.util.List;

/**
 * Broker's algorithm.
 *
 * @param algoStrategy empty = none
 * @param algoParams exist only with a strategy
 * @param algoId requests only
 */
public record OrderAlgo(String algoStrategy, List<TagValue> algoParams, String algoId) {

    /** Nothing given. */
    public static final OrderAlgo NONE = new OrderAlgo("", List.of(), "");

    public OrderAlgo {
        algoParams = List.copyOf(algoParams);
    }
}
