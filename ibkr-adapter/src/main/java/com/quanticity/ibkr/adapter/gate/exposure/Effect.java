package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;

/**
 * What letting an order pass would add.
 *
 * @param account account
 * @param strategy strategy
 * @param contractId what it trades
 * @param side side
 * @param more quantity that would work on the side beyond what works now; negative when a change lowers it
 */
public record Effect(String account, String strategy, ContractId contractId, Side side, BigDecimal more) {}
