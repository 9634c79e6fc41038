package com.quanticity.ibkr.gateway.tws.bag;

import com.ib.client.Contract;
import com.ib.client.ContractDetails;
import com.ib.client.Types;
import com.quanticity.ibkr.gateway.contract.BondDetails;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.FundDetails;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.contract.IneligibilityReason;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;

/** Contracts and their details. */
@Mapper(config = BagMapping.class, uses = Values.class)
public interface ContractBags {

    ContractBags BAGS = Mappers.getMapper(ContractBags.class);

    /** The client's form of a contract. */
    default Contract bag(GatewayContract contract) {
        Contract bag = new Contract();
        fill(contract, bag);
        return bag;
    }

    @Mapping(target = "conid", source = "conId")
    @Mapping(target = "primaryExch", source = "primaryExchange")
    @Mapping(target = "comboLegs", source = "legs")
    @Mapping(target = "description", ignore = true)
    void fill(GatewayContract contract, @MappingTarget Contract bag);

    @Mapping(target = "conid", source = "conId")
    com.ib.client.ComboLeg bag(ComboLeg leg);

    @Mapping(target = "conid", source = "conId")
    com.ib.client.DeltaNeutralContract bag(DeltaNeutralContract contract);

    @Mapping(target = "conId", source = "conid")
    @Mapping(target = "primaryExchange", source = "primaryExch")
    @Mapping(target = "legs", source = "comboLegs")
    @Mapping(target = "strike", qualifiedByName = "nullIfZero")
    @Mapping(target = "right", qualifiedByName = "textOrNone")
    GatewayContract contract(Contract bag);

    @Mapping(target = "conId", source = "conid")
    ComboLeg leg(com.ib.client.ComboLeg bag);

    @Mapping(target = "conId", source = "conid")
    @Mapping(target = "delta", qualifiedByName = "required")
    @Mapping(target = "price", qualifiedByName = "required")
    DeltaNeutralContract deltaNeutralContract(com.ib.client.DeltaNeutralContract bag);

    @Mapping(target = "underConId", source = "underConid")
    @Mapping(target = "minTick", qualifiedByName = "nullIfZero")
    @Mapping(target = "evMultiplier", qualifiedByName = "required")
    @Mapping(target = "ineligibilityReasons", source = "ineligibilityReasonList")
    @Mapping(target = "fund", source = ".", qualifiedByName = "fundOrNull")
    @Mapping(target = "bond", ignore = true)
    GatewayContractDetails details(ContractDetails bag);

    @Mapping(target = "underConId", source = "underConid")
    @Mapping(target = "minTick", qualifiedByName = "nullIfZero")
    @Mapping(target = "evMultiplier", qualifiedByName = "required")
    @Mapping(target = "ineligibilityReasons", source = "ineligibilityReasonList")
    @Mapping(target = "fund", ignore = true)
    @Mapping(target = "bond", source = ".", qualifiedByName = "bond")
    GatewayContractDetails bondDetails(ContractDetails bag);

    @Named("bond")
    @Mapping(target = "coupon", qualifiedByName = "required")
    BondDetails bond(ContractDetails bag);

    FundDetails fund(ContractDetails bag);

    IneligibilityReason reason(com.ib.client.IneligibilityReason bag);

    /** Only funds have them. */
    @Named("fundOrNull")
    default @Nullable FundDetails fundOrNull(ContractDetails bag) {
        return bag.contract().getSecType().equals("FUND") ? fund(bag) : null;
    }

    /** The client keeps codes it does not know as "none". */
    default String code(Types.@Nullable FundAssetType type) {
        return type == null || type == Types.FundAssetType.None ? "" : type.getValue();
    }

    /** The client keeps codes it does not know as "none". */
    default String code(Types.@Nullable FundDistributionPolicyIndicator indicator) {
        return indicator == null || indicator == Types.FundDistributionPolicyIndicator.None ? "" : indicator.getValue();
    }
}
