package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent.PriceStep;
import com.quanticity.ibkr.gateway.event.ContractEvent.SmartComponent;
import com.quanticity.ibkr.gateway.event.ContractEvent.SymbolSample;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;

/** Reference data besides contract details. */
final class ReferenceDecoder {

    private final FieldReader in;

    ReferenceDecoder(FieldReader in) {
        this.in = in;
    }

    ContractEvent symbolSamples() {
        return new ContractEvent.SymbolSamples(in.integer("reqId"), in.group("samples#", 8, this::symbolSample));
    }

    private SymbolSample symbolSample() {
        GatewayContract.Builder contract = GatewayContract.builder()
                .conId(in.integer("samples[].conId"))
                .symbol(in.text("samples[].symbol"))
                .secType(in.text("samples[].secType"))
                .primaryExchange(in.text("samples[].primaryExchange"))
                .currency(in.text("samples[].currency"));
        var derivatives =
                in.group("samples[].derivativeSecTypes#", 1, () -> in.text("samples[].derivativeSecTypes[].secType"));
        String description = in.text("samples[].description");
        contract.issuerId(in.text("samples[].issuerId"));
        return new SymbolSample(contract.build(), derivatives, description);
    }

    ContractEvent optionParameters() {
        return new ContractEvent.SecurityDefinitionOptionalParameter(
                in.integer("reqId"),
                in.text("exchange"),
                in.integer("underlyingConId"),
                in.text("tradingClass"),
                in.text("multiplier"),
                in.group("expirations#", 1, () -> in.text("expirations[].date")),
                in.group("strikes#", 1, () -> in.number("strikes[].strike")));
    }

    ContractEvent marketRule() {
        return new ContractEvent.MarketRule(
                in.integer("marketRuleId"),
                in.group(
                        "increments#",
                        2,
                        () -> new PriceStep(in.number("increments[].lowEdge"), in.number("increments[].increment"))));
    }

    ContractEvent smartComponents() {
        return new ContractEvent.SmartComponents(
                in.integer("reqId"),
                in.group(
                        "components#",
                        3,
                        () -> new SmartComponent(
                                in.integer("components[].bitNumber"),
                                in.text("components[].exchange"),
                                in.text("components[].exchangeLetter"))));
    }

    ContractEvent fundamentalData() {
        in.skip("version");
        return new ContractEvent.FundamentalData(in.integer("reqId"), in.text("data"));
    }
}
