package com.quanticity.ibkr.model.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeOriginTest {

    @ParameterizedTest
    @CsvSource({
        "1, 7, 01ARYZ6S41TSV4RRFFQ69G5FAV, STK, 10, false, true, PLATFORM",
        "99, 7, 01ARYZ6S41TSV4RRFFQ69G5FAV, STK, 10, false, true, PLATFORM",
        "1, 7, '', STK, 10, false, true, PLATFORM",
        "7, 7, '', STK, 10, false, true, OTHER_CLIENT",
        "0, 0, '', STK, 10, false, true, MANUAL",
        "1, -5, '', STK, 10, false, true, MANUAL",
        "0, 0, '', STK, 10, true, false, LIQUIDATION",
        "0, 0, '', OPT, 0, false, true, CONTRACT_EVENT",
        "0, 0, '', STK, 450, false, false, CONTRACT_EVENT",
        "1, 7, '', OPT, 0, false, true, PLATFORM"
    })
    void isReadOffTheBrokersRecord(
            int clientId,
            int orderId,
            String orderRef,
            String securityType,
            BigDecimal price,
            boolean isLiquidation,
            boolean hasPermId,
            TradeOrigin origin) {
        assertThat(TradeOrigin.ofExecution(
                        ClientId.of(clientId), orderId, orderRef, securityType, price, isLiquidation, hasPermId))
                .isEqualTo(origin);
    }
}
