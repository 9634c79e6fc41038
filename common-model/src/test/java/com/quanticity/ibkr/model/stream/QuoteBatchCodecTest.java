package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuoteBatchCodecTest {

    private static final Quote QUOTE = new Quote(
            "SPY",
            ContractId.of(756733),
            new BigDecimal("168.40"),
            new BigDecimal("300"),
            null,
            null,
            new BigDecimal("168.405"),
            new BigDecimal("0.5"),
            "PQ",
            "",
            MarketDataType.LIVE,
            1_700_000_000_000L,
            42,
            Instant.parse("2026-01-05T14:30:00.123456789Z"));

    @Test
    void writesOneReadableLineAQuote() {
        Map<String, String> fields =
                Topics.MARKET_QUOTE.encode(Topics.MARKET_QUOTE.envelope("", Instant.EPOCH, "", QuoteBatch.of(QUOTE)));

        assertThat(fields)
                .containsEntry("v", "1")
                .containsEntry("n", "1")
                .containsEntry("d", "SPY|756733|168.40|300|||168.405|0.5|PQ||1|1700000000000|42|1767623400123456789\n");
    }

    @Property(tries = 200)
    void readsBackWhatItWrote(@ForAll("batches") List<Quote> quotes) {
        var sent = Topics.MARKET_QUOTE.envelope("", Instant.EPOCH, "", new QuoteBatch(quotes));

        var received = Topics.MARKET_QUOTE.decode(Topics.MARKET_QUOTE.encode(sent));

        assertThat(received.data()).isEqualTo(sent.data());
    }

    @Test
    void refusesAWrongCountAndAShortLine() {
        assertThatThrownBy(() -> Topics.MARKET_QUOTE.decode(Map.of("v", "1", "n", "2", "d", "")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Topics.MARKET_QUOTE.decode(Map.of("v", "1", "n", "1", "d", "SPY|1|2\n")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("found 3 fields");
        assertThatThrownBy(() -> Topics.MARKET_QUOTE.decode(Map.of("v", "1", "n", "1", "d", "SPY|x|||||||||1|1|1|1\n")))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Provide
    Arbitrary<List<Quote>> batches() {
        Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(6);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000_000L)
                .map(nanos -> Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L));
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange('A', 'Z').ofMaxLength(4);
        return Combinators.combine(
                        decimals.injectNull(0.2),
                        decimals.injectNull(0.2),
                        letters,
                        Arbitraries.of(MarketDataType.class),
                        Arbitraries.longs().greaterOrEqual(1),
                        times)
                .as((price, size, exchange, type, number, at) -> new Quote(
                        "BRK B",
                        ContractId.of(1),
                        price,
                        size,
                        size,
                        price,
                        null,
                        size,
                        exchange,
                        exchange,
                        type,
                        number,
                        number,
                        at))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
