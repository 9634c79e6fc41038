package com.quanticity.ibkr.gateway.tws.bag;

import com.ib.client.CommissionAndFeesReport;
import com.ib.client.Execution;
import com.quanticity.ibkr.gateway.event.TradingEvent.CommissionReport;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** Executions and their costs. */
@Mapper(config = BagMapping.class, uses = Values.class)
public interface ExecutionBags {

    ExecutionBags BAGS = Mappers.getMapper(ExecutionBags.class);

    @Mapping(target = "shares", qualifiedByName = "requiredSize")
    @Mapping(target = "price", qualifiedByName = "required")
    @Mapping(target = "permId", qualifiedByName = "longOrNull")
    @Mapping(target = "cumQty", qualifiedByName = "requiredSize")
    @Mapping(target = "avgPrice", qualifiedByName = "required")
    @Mapping(target = "evMultiplier", qualifiedByName = "required")
    @Mapping(target = "lastLiquidity", qualifiedByName = "liquidity")
    GatewayExecution execution(Execution bag);

    @Mapping(target = "commission", source = "commissionAndFees", qualifiedByName = "required")
    @Mapping(target = "realizedPnl", source = "realizedPNL")
    @Mapping(target = "yieldRedemptionDate", qualifiedByName = "integerOrNullIfZero")
    CommissionReport commission(CommissionAndFeesReport bag);
}
