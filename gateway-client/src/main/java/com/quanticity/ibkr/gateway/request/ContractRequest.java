package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import java.util.List;

/** Reference data. */
public sealed interface ContractRequest extends GatewayRequest {

    /** Asks for {@link ContractEvent.ContractDetails}, one a match, and {@link ContractEvent.ContractDetailsEnd}; or error 200. */
    record ReqContractDetails(int reqId, GatewayContract contract) implements ContractRequest, WithId {}

    /** Asks for {@link ContractEvent.SymbolSamples} by the start of a symbol or words of a company name. Once a second. */
    record ReqMatchingSymbols(int reqId, String pattern) implements ContractRequest, WithId {}

    /**
     * Asks for {@link ContractEvent.SecurityDefinitionOptionalParameter}, one an exchange and trading class, then
     * {@link ContractEvent.SecurityDefinitionOptionalParameterEnd}.
     *
     * @param futFopExchange empty, or the exchange of a future whose options are wanted
     */
    record ReqSecDefOptParams(
            int reqId, String underlyingSymbol, String futFopExchange, String underlyingSecType, int underlyingConId)
            implements ContractRequest, WithId {}

    /** Asks for {@link ContractEvent.MarketRule}, which carries the rule's id and no request id. */
    record ReqMarketRule(int marketRuleId) implements ContractRequest {}

    /**
     * Asks for {@link ContractEvent.FundamentalData}. Known from the wire specification's short form only; the service is withdrawn
     * for most logins.
     *
     * @param reportType for example {@code ReportSnapshot}
     */
    record ReqFundamentalData(int reqId, GatewayContract contract, String reportType, List<TagValue> options)
            implements ContractRequest, WithId {

        public ReqFundamentalData {
            options = List.copyOf(options);
        }
    }

    record CancelFundamentalData(int reqId) implements ContractRequest, WithId {}
}
