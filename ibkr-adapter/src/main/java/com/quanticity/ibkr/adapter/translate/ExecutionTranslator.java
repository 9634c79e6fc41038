package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent.ExecDetails;
import com.quanticity.ibkr.gateway.time.GatewayTimes;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Executions and their costs. An execution whose side, contract id or numbers cannot be read is refused, never guessed. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ExecutionTranslator {

    ExecutionTranslator INSTANCE = Mappers.getMapper(ExecutionTranslator.class);

    /**
     * The execution in the desk's words.
     *
     * @throws IllegalArgumentException when the side or the contract id means nothing
     */
    @Mapping(target = "execId", source = "execution.execId")
    @Mapping(target = "clientId", source = "execution.clientId")
    @Mapping(target = "orderId", source = "execution.orderId")
    @Mapping(target = "permId", source = "execution.permId")
    @Mapping(target = "account", source = "execution.acctNumber")
    @Mapping(target = "contractId", source = "contract")
    @Mapping(target = "symbol", source = "contract.symbol")
    @Mapping(target = "side", source = "execution.side")
    @Mapping(target = "quantity", source = "execution.shares")
    @Mapping(target = "price", source = "execution.price")
    @Mapping(target = "cumulativeQuantity", source = "execution.cumQty")
    @Mapping(target = "averagePrice", source = "execution.avgPrice")
    @Mapping(target = "exchange", source = "execution.exchange")
    @Mapping(target = "executedAt", source = "execution.time")
    @Mapping(target = "securityType", source = "contract.secType")
    @Mapping(target = "multiplier", expression = "java(details.contract().units())")
    Execution execution(ExecDetails details);

    CommissionReport commission(com.quanticity.ibkr.gateway.event.TradingEvent.CommissionReport report);

    default ClientId clientId(int value) {
        return ClientId.of(value);
    }

    default OrderId orderId(int value) {
        return OrderId.of(value);
    }

    default @Nullable PermId permId(@Nullable Long value) {
        return value == null ? null : PermId.of(value);
    }

    default ContractId contractId(GatewayContract contract) {
        return ContractId.of(contract.conId(), securityType(contract.secType()));
    }

    default SecurityType securityType(String wireCode) {
        return SecurityType.ofWireCode(wireCode);
    }

    default Side side(String wireCode) {
        return switch (wireCode) {
            case "BOT" -> Side.BUY;
            case "SLD" -> Side.SELL;
            default -> throw new IllegalArgumentException("execution side must be BOT or SLD, was '" + wireCode + "'");
        };
    }

    default @Nullable Instant executedAt(String text) {
        return GatewayTimes.parse(text).moment().orElse(null);
    }
}
