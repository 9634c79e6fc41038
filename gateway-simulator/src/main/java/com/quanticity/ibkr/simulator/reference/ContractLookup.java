package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the contracts a request names, or tells the client why there are none. */
public final class ContractLookup {

    private static final Set<String> TYPES = Set.of(
            "STK", "OPT", "FUT", "CONTFUT", "FOP", "CASH", "BOND", "CFD", "WAR", "IOPT", "IND", "BAG", "FUND", "CMDTY",
            "CRYPTO", "NEWS", "BILL");

    private ContractLookup() {}

    /** The one contract a request names; otherwise tells the client why there is none. */
    public static Optional<ListedContract> one(
            Client client, int requestId, ContractMaster contracts, ContractQuery query) {
        List<ListedContract> found = all(client, requestId, contracts, query);
        if (found.size() > 1) {
            client.sendMessage(
                    requestId, 200, "The contract description specified for " + query.symbol() + " is ambiguous.");
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    /** All contracts a request names; when there is none the client was told why. */
    public static List<ListedContract> all(
            Client client, int requestId, ContractMaster contracts, ContractQuery query) {
        Optional<String> mistake = mistake(query);
        if (mistake.isPresent()) {
            client.sendMessage(requestId, 321, "Error validating request.-'bN' : cause - " + mistake.get());
            return List.of();
        }
        List<ListedContract> found = contracts.find(query);
        if (found.isEmpty()) {
            client.sendMessage(requestId, 200, "No security definition has been found for the request");
        }
        return found;
    }

    private static Optional<String> mistake(ContractQuery query) {
        if (!query.secType().isEmpty() && !TYPES.contains(query.secType())
                || query.secType().isEmpty()
                        && query.conId() == 0
                        && query.secId().isEmpty()) {
            return Optional.of("Please enter a valid security type");
        }
        boolean isNamed = query.conId() != 0
                || !query.symbol().isEmpty()
                || !query.localSymbol().isEmpty()
                || !query.secId().isEmpty()
                || !query.issuerId().isEmpty();
        return isNamed ? Optional.empty() : Optional.of("Please enter a local symbol or a symbol");
    }
}
