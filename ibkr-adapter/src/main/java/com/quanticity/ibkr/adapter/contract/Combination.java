package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A combination whose legs are all resolved. The broker gives combinations no id of their own, so the id of its contract is made here of
 * the legs: the same legs have the same id, in another order too, and no contract of the broker has one as high.
 *
 * @param contract what orders name; its exchange is that of the legs when they share a directed one, else {@code SMART}
 * @param legs in the order they were named
 */
public record Combination(Contract contract, List<Leg> legs) {

    private static final int LOWEST_ID = 1_600_000_000;
    private static final int IDS = 500_000_000;

    /** @param ratio positive is bought with the combination, negative sold */
    public record Leg(Contract contract, int ratio) {

        /** The leg by its id. */
        public ContractLeg byId() {
            return new ContractLeg(contract.id(), ratio);
        }
    }

    public Combination {
        legs = List.copyOf(legs);
    }

    static Combination of(List<Leg> legs) {
        List<Contract> contracts = legs.stream().map(Leg::contract).toList();
        String symbol = contracts.stream().map(Contract::symbol).distinct().collect(Collectors.joining(","));
        List<String> exchanges =
                contracts.stream().map(Contract::exchange).distinct().toList();
        Contract contract = new Contract(
                id(legs),
                symbol,
                SecurityType.COMBINATION,
                exchanges.size() == 1 ? exchanges.getFirst() : ContractSpec.SMART,
                "",
                contracts.getFirst().currency(),
                "",
                "");
        return new Combination(contract, legs);
    }

    private static ContractId id(List<Leg> legs) {
        String text = legs.stream()
                .map(Leg::byId)
                .sorted(Comparator.comparing(ContractLeg::contractId))
                .map(leg -> leg.contractId() + "*" + leg.ratio())
                .collect(Collectors.joining("|"));
        return ContractId.of(LOWEST_ID + Math.floorMod(text.hashCode(), IDS));
    }
}
