package com.quanticity.ibkr.adapter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WireTextTest {

    @Test
    void tellsAZeroThatWasSentFromAFieldThatWasNot() {
        GatewayOrder free =
                GatewayOrder.builder().lmtPrice(new BigDecimal("0.00")).build();
        GatewayOrder without = GatewayOrder.builder().build();

        assertThat(WireText.of(free)).contains("\"lmtPrice\":\"0.00\"");
        assertThat(WireText.of(without)).doesNotContain("lmtPrice");
        assertThat(WireText.of(new OrderCancel("", "", 0))).isEqualTo("{\"manualOrderIndicator\":0}");
        assertThat(WireText.of(new OrderCancel("", "", null))).isEqualTo("{}");
    }
}
