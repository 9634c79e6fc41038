package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Items for tests of history. */
final class HistoryRows {

    static final Instant AT = Instant.parse("2013-10-07T13:30:00Z");
    private static final ContractId SPY = ContractId.of(756733);

    private HistoryRows() {}

    static List<Quote> quotes(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> quote(sequence, new BigDecimal("168.50"), ""))
                .toList();
    }

    static Quote quote(long sequence, BigDecimal bid, String exchange) {
        return new Quote(
                "SPY",
                SPY,
                bid,
                new BigDecimal("300"),
                null,
                null,
                null,
                null,
                exchange,
                "",
                MarketDataType.LIVE,
                1,
                sequence,
                AT.plusMillis(sequence));
    }

    static Bar bar(int number, Bar.Source source, String close) {
        return new Bar(
                "SPY",
                SPY,
                AT.plusSeconds(5L * number),
                new BigDecimal("168.40"),
                new BigDecimal("169.00"),
                new BigDecimal("168.00"),
                new BigDecimal(close),
                new BigDecimal("100"),
                new BigDecimal("168.5"),
                7,
                source,
                1,
                AT.plusSeconds(5L * number + 5));
    }
}
