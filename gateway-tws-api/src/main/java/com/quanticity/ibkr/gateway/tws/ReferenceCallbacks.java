package com.quanticity.ibkr.gateway.tws;

import com.ib.client.ContractDescription;
import com.ib.client.ContractDetails;
import com.ib.client.DepthMktDataDescription;
import com.ib.client.PriceIncrement;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.tws.bag.ContractBags;
import com.quanticity.ibkr.gateway.tws.bag.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Callbacks about contracts, trading rules and scanners. */
class ReferenceCallbacks extends TickCallbacks {

    private final List<ScannerEvent.Row> ranking = new ArrayList<>();

    @Override
    void endFrame() {
        super.endFrame();
        ranking.clear();
    }

    @Override
    public void contractDetails(int reqId, ContractDetails details) {
        add(new ContractEvent.ContractDetails(reqId, ContractBags.BAGS.details(details)));
    }

    @Override
    public void bondContractDetails(int reqId, ContractDetails details) {
        add(new ContractEvent.BondContractDetails(reqId, ContractBags.BAGS.bondDetails(details)));
    }

    @Override
    public void contractDetailsEnd(int reqId) {
        add(new ContractEvent.ContractDetailsEnd(reqId));
    }

    @Override
    public void symbolSamples(int reqId, ContractDescription[] samples) {
        add(new ContractEvent.SymbolSamples(
                reqId, Stream.of(samples).map(ReferenceCallbacks::sample).toList()));
    }

    private static ContractEvent.SymbolSample sample(ContractDescription sample) {
        return new ContractEvent.SymbolSample(
                ContractBags.BAGS.contract(sample.contract()),
                Stream.of(sample.derivativeSecTypes()).map(Values::text).toList(),
                Values.text(sample.contract().description()));
    }

    /** The client gives sets: the gateway's order is lost, they come sorted. */
    @Override
    public void securityDefinitionOptionalParameter(
            int reqId,
            String exchange,
            int underlyingConId,
            String tradingClass,
            String multiplier,
            Set<String> expirations,
            Set<Double> strikes) {
        add(new ContractEvent.SecurityDefinitionOptionalParameter(
                reqId,
                exchange,
                underlyingConId,
                tradingClass,
                multiplier,
                expirations.stream().map(Values::text).sorted().toList(),
                strikes.stream().sorted().map(Values::required).toList()));
    }

    @Override
    public void securityDefinitionOptionalParameterEnd(int reqId) {
        add(new ContractEvent.SecurityDefinitionOptionalParameterEnd(reqId));
    }

    @Override
    public void marketRule(int marketRuleId, PriceIncrement[] increments) {
        add(new ContractEvent.MarketRule(
                marketRuleId,
                Stream.of(increments)
                        .map(step -> new ContractEvent.PriceStep(
                                Values.required(step.lowEdge()), Values.required(step.increment())))
                        .toList()));
    }

    @Override
    public void smartComponents(int reqId, Map<Integer, Map.Entry<String, Character>> components) {
        add(new ContractEvent.SmartComponents(
                reqId,
                components.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(component -> new ContractEvent.SmartComponent(
                                component.getKey(),
                                component.getValue().getKey(),
                                component.getValue().getValue().toString()))
                        .toList()));
    }

    @Override
    public void fundamentalData(int reqId, String data) {
        add(new ContractEvent.FundamentalData(reqId, Values.text(data)));
    }

    @Override
    public void mktDepthExchanges(DepthMktDataDescription[] descriptions) {
        add(new DepthEvent.MktDepthExchanges(Stream.of(descriptions)
                .map(exchange -> new DepthEvent.DepthExchange(
                        exchange.exchange(),
                        exchange.secType(),
                        exchange.listingExch(),
                        exchange.serviceDataType(),
                        Values.integer(exchange.aggGroup())))
                .toList()));
    }

    @Override
    public void scannerParameters(String xml) {
        add(new ScannerEvent.ScannerParameters(Values.text(xml)));
    }

    @Override
    public void scannerData(
            int reqId,
            int rank,
            ContractDetails details,
            String distance,
            String benchmark,
            String projection,
            String legs) {
        ranking.add(new ScannerEvent.Row(
                rank,
                ContractBags.BAGS.contract(details.contract()),
                Values.text(details.marketName()),
                Values.text(distance),
                Values.text(benchmark),
                Values.text(projection),
                Values.text(legs)));
    }

    @Override
    public void scannerDataEnd(int reqId) {
        add(new ScannerEvent.ScannerData(reqId, ranking));
        ranking.clear();
    }
}
