package com.quanticity.ibkr.gateway.contract;

import java.math.BigDecimal;

/** The contract that hedges a delta-neutral combination, with its delta and price. */
public record DeltaNeutralContract(int conId, BigDecimal delta, BigDecimal price) {}
