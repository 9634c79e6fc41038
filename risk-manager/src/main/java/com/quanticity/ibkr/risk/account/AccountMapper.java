package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import java.time.Instant;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** From the gateway's records to the desk's. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface AccountMapper {

    AccountMapper INSTANCE = Mappers.getMapper(AccountMapper.class);

    @Mapping(target = "at", source = "at")
    AccountValue value(AccountEvent.AccountSummary event, Instant at);

    @Mapping(target = "account", source = "event.account")
    @Mapping(target = "contractId", source = "event.contract.conId")
    @Mapping(target = "symbol", source = "event.contract.symbol")
    @Mapping(target = "quantity", source = "event.position")
    @Mapping(target = "averageCost", source = "event.avgCost")
    @Mapping(target = "at", source = "at")
    Position position(AccountEvent.Position event, Instant at);

    default ContractId contractId(int conId) {
        return ContractId.of(conId);
    }
}
