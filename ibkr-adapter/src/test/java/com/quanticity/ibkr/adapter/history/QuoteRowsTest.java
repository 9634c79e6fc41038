package com.quanticity.ibkr.adapter.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuoteRowsTest {

    @Test
    void writesExactDecimalsNullsAndEscapes() {
        QuoteRows rows = new QuoteRows(1);

        rows.add(new Quote(
                "A\tB\\",
                ContractId.of(7),
                new BigDecimal("168.50"),
                new BigDecimal("3E+2"),
                null,
                null,
                null,
                null,
                "PZ",
                "",
                MarketDataType.LIVE,
                11,
                12,
                Instant.parse("2013-10-07T13:30:00.123456Z")));

        assertThat(rows.count()).isOne();
        assertThat(new String(rows.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "11\t12\tA\\tB\\\\\t7\t168.50\t300\t\\N\t\\N\t\\N\t\\N\tPZ\t\tLIVE\t2013-10-07T13:30:00.123456Z\n");
    }
}
