package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.contract.Contract;
import java.time.Instant;
import java.util.List;

/**
 * Everything the broker lists on one underlying.
 *
 * @param series by exchange, then class
 * @param at when the broker answered
 */
record OptionChain(Contract underlying, List<OptionSeries> series, Instant at) {

    OptionChain {
        series = List.copyOf(series);
    }
}
