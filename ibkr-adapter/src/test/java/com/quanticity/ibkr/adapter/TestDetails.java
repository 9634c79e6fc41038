package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetails;
import com.quanticity.ibkr.model.contract.OccSymbol;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Contract details as a gateway sends them. */
public final class TestDetails {

    private TestDetails() {}

    /** An option whose terms are those of its OCC symbol. */
    public static ContractDetails option(int id, String symbol, String occ) {
        OccSymbol terms = OccSymbol.parse(occ);
        return details(
                GatewayContract.builder()
                        .conId(id)
                        .symbol(symbol)
                        .secType("OPT")
                        .lastTradeDateOrContractMonth(DateTimeFormatter.BASIC_ISO_DATE.format(terms.expiry()))
                        .strike(terms.strike())
                        .right(terms.right().wireCode())
                        .multiplier("100")
                        .exchange("SMART")
                        .currency("USD")
                        .localSymbol(occ)
                        .tradingClass(terms.root())
                        .build(),
                "0.01",
                "");
    }

    /** A stock listed on ARCA. */
    public static ContractDetails stock(int id, String symbol, String minTick, String hours) {
        return details(
                GatewayContract.builder()
                        .conId(id)
                        .symbol(symbol)
                        .secType("STK")
                        .exchange("SMART")
                        .primaryExchange("ARCA")
                        .currency("USD")
                        .localSymbol(symbol)
                        .tradingClass(symbol)
                        .build(),
                minTick,
                hours);
    }

    private static ContractDetails details(GatewayContract contract, String minTick, String hours) {
        return new ContractDetails(
                1,
                new GatewayContractDetails(
                        contract,
                        "",
                        "",
                        new BigDecimal(minTick),
                        "LMT",
                        "SMART,ARCA",
                        1,
                        0,
                        contract.symbol() + " INC",
                        "",
                        "",
                        "",
                        "",
                        "US/Eastern",
                        hours,
                        hours,
                        "",
                        BigDecimal.ZERO,
                        List.of(),
                        1,
                        "",
                        "",
                        "26,26",
                        "",
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }
}
