package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import java.math.BigDecimal;
import java.util.List;

/** Reference data. */
public sealed interface ContractEvent extends GatewayEvent {

    record ContractDetails(int reqId, GatewayContractDetails details) implements ContractEvent, WithId {}

    /** In place of {@link ContractDetails} for bonds; {@code details.bond()} is there. */
    record BondContractDetails(int reqId, GatewayContractDetails details) implements ContractEvent, WithId {}

    record ContractDetailsEnd(int reqId) implements ContractEvent, WithId {}

    /** Contracts whose symbol or name matches a text; the whole answer. */
    record SymbolSamples(int reqId, List<SymbolSample> samples) implements ContractEvent, WithId {
        public SymbolSamples {
            samples = List.copyOf(samples);
        }
    }

    /**
     * One match.
     *
     * @param derivativeSecTypes security types that exist on it
     * @param description company or issuer
     */
    record SymbolSample(GatewayContract contract, List<String> derivativeSecTypes, String description) {
        public SymbolSample {
            derivativeSecTypes = List.copyOf(derivativeSecTypes);
        }
    }

    /**
     * Options of one exchange and trading class; several come for one underlying.
     *
     * @param expirations {@code YYYYMMDD}, in the gateway's order
     * @param strikes in contract currency, in the gateway's order
     */
    record SecurityDefinitionOptionalParameter(
            int reqId,
            String exchange,
            int underlyingConId,
            String tradingClass,
            String multiplier,
            List<String> expirations,
            List<BigDecimal> strikes)
            implements ContractEvent, WithId {
        public SecurityDefinitionOptionalParameter {
            expirations = List.copyOf(expirations);
            strikes = List.copyOf(strikes);
        }
    }

    record SecurityDefinitionOptionalParameterEnd(int reqId) implements ContractEvent, WithId {}

    /** Price steps, answered by rule id and not by request id. */
    record MarketRule(int marketRuleId, List<PriceStep> increments) implements ContractEvent {
        public MarketRule {
            increments = List.copyOf(increments);
        }
    }

    /** From {@code lowEdge} on, prices are multiples of {@code increment}. */
    record PriceStep(BigDecimal lowEdge, BigDecimal increment) {}

    /** What the exchange letters of a SMART quote stand for. */
    record SmartComponents(int reqId, List<SmartComponent> components) implements ContractEvent, WithId {
        public SmartComponents {
            components = List.copyOf(components);
        }
    }

    /** @param exchangeLetter one character */
    record SmartComponent(int bitNumber, String exchange, String exchangeLetter) {}

    /** A fundamental report as XML; the service is withdrawn for most logins. */
    record FundamentalData(int reqId, String data) implements ContractEvent, WithId {}
}
