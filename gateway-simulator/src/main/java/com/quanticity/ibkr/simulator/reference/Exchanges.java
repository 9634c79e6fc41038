package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.wire.Fields;
import java.util.List;
import java.util.stream.IntStream;

/** The exchanges of the best bid and offer, and those that show their books. */
final class Exchanges {

    /** Name and letter, in the order of their bits. Source: shared market data, exchange-codes.csv. */
    private static final List<String> LETTERS = List.of(
            "AMEX A",
            "BEX B",
            "NSX C",
            "FINRA D",
            "ISE I",
            "EDGEA J",
            "DRCTEDGE K",
            "CHX M",
            "NYSE N",
            "ARCA P",
            "NASDAQ Q",
            "IEX V",
            "CBOE W",
            "PSX X",
            "BYX Y",
            "BATS Z");

    private Exchanges() {}

    static List<Fields> components() {
        return IntStream.range(0, LETTERS.size())
                .mapToObj(bit -> {
                    String[] exchange = LETTERS.get(bit).split(" ");
                    return new Fields()
                            .put("bitNumber", bit)
                            .put("exchange", exchange[0])
                            .put("exchangeLetter", exchange[1]);
                })
                .toList();
    }

    /** {@code Deep} has no market makers, {@code Deep2} has. */
    static List<Fields> withDepth() {
        return List.of(
                depth("ARCA", "STK", "ARCA", "Deep2", "4"),
                depth("BATS", "STK", "BATS", "Deep", "1"),
                depth("BEX", "STK", "BEX", "Deep", "1"),
                depth("IEX", "STK", "IEX", "Deep", "1"),
                depth("ISLAND", "STK", "NASDAQ", "Deep2", ""),
                depth("NYSE", "STK", "NYSE", "Deep", "1"),
                depth("CBOE", "OPT", "", "Deep", "2"),
                depth("CME", "FUT", "", "Deep", "2147483647"),
                depth("COMEX", "FUT", "", "Deep", "2147483647"),
                depth("NYMEX", "FUT", "", "Deep", "2147483647"),
                depth("IDEALPRO", "CASH", "", "Deep", "4"),
                depth("PAXOS", "CRYPTO", "", "Deep", ""));
    }

    private static Fields depth(String exchange, String secType, String listing, String service, String group) {
        return new Fields()
                .put("exchange", exchange)
                .put("secType", secType)
                .put("listingExch", listing)
                .put("serviceDataType", service)
                .put("aggGroup", group);
    }
}
