package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent;

/** Reference data. */
public sealed interface ContractRequest extends GatewayRequest {

    /** Asks for {@link ContractEvent.ContractDetails}, one a match, and {@link ContractEvent.ContractDetailsEnd}; or error 200. */
    record ReqContractDetails(int reqId, GatewayContract contract) implements ContractRequest, WithId {}

    /** Asks for contracts by the start of a symbol or words of a company name. Once a second. */
    record ReqMatchingSymbols(int reqId, String pattern) implements ContractRequest, WithId {}

    /**
     * Asks for the expirations and strikes of an underlying, one answer an exchange and trading class.
     *
     * @param futFopExchange empty, or the exchange of a future whose options are wanted
     */
    record ReqSecDefOptParams(
            int reqId, String underlyingSymbol, String futFopExchange, String underlyingSecType, int underlyingConId)
            implements ContractRequest, WithId {}

    /** Asks for the price increments of a rule; the answer carries the rule's id, no request id. */
    record ReqMarketRule(int marketRuleId) implements ContractRequest {}
}
