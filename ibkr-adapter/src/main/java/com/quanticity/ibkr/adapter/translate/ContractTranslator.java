package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Contracts of the gateway to the model and back. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ContractTranslator {

    ContractTranslator INSTANCE = Mappers.getMapper(ContractTranslator.class);

    @Mapping(target = "validExchanges", source = "details.validExchanges", qualifiedByName = "commaList")
    @Mapping(target = "at", source = "at")
    ContractReference reference(GatewayContractDetails details, Instant at);

    @Mapping(target = "id", source = "conId")
    @Mapping(target = "securityType", source = "secType")
    Contract contract(GatewayContract contract);

    /** What an order or a subscription names: the id decides, the rest is for the reader of a wire log. */
    default GatewayContract wire(Contract contract) {
        return GatewayContract.builder()
                .conId(contract.id().value())
                .symbol(contract.symbol())
                .secType(contract.securityType().wireCode())
                .exchange(contract.exchange())
                .primaryExchange(contract.primaryExchange())
                .currency(contract.currency())
                .localSymbol(contract.localSymbol())
                .tradingClass(contract.tradingClass())
                .build();
    }

    default ContractId contractId(int conId) {
        return ContractId.of(conId);
    }

    default SecurityType securityType(String wireCode) {
        return SecurityType.ofWireCode(wireCode);
    }

    @Named("commaList")
    default List<String> commaList(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
