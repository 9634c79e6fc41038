package com.quanticity.ibkr.risk.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.risk.RealStores;
import com.quanticity.ibkr.risk.dropcopy.DropCopyBook.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropCopyKeysTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");

    private final RealStores stores = new RealStores();
    private final String prefix = stores.bus().prefix();
    private final DropCopyKeys keys = new DropCopyKeys(stores.redis(), prefix);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void showsWhatCameWhatChangedAndWhatWent() {
        keys.write(new View(List.of(order(1, "10"), order(2, "20")), AT));
        keys.write(new View(List.of(order(2, "15"), order(3, "30")), AT));

        assertThat(shown()).containsExactlyInAnyOrder(order(2, "15"), order(3, "30"));
    }

    @Test
    void knownToBeEmptyIsNotUnknown() {
        keys.write(new View(List.of(order(1, "10")), AT));
        keys.write(new View(List.of(), AT));
        assertThat(shown()).isEmpty();
        assertThat(isKnown()).isTrue();

        keys.write(new View(List.of(order(1, "10")), null));
        assertThat(shown()).isEmpty();
        assertThat(isKnown()).isFalse();

        keys.write(new View(List.of(order(1, "10")), AT));
        assertThat(shown()).containsExactly(order(1, "10"));
    }

    @Test
    void showsAllOfThemAgainAfterRedisLostThem() {
        keys.write(new View(List.of(order(1, "10"), order(2, "20")), AT));
        stores.redis().delete(List.of(prefix + RedisKeys.DROP_COPY_ORDERS, prefix + RedisKeys.DROP_COPY_ORDERS_AS_OF));

        keys.write(new View(List.of(order(1, "10"), order(2, "15")), AT));

        assertThat(shown()).containsExactlyInAnyOrder(order(1, "10"), order(2, "15"));
        assertThat(isKnown()).isTrue();
    }

    private List<DropCopyOrder> shown() {
        return stores.redis().<String, String>opsForHash().values(prefix + RedisKeys.DROP_COPY_ORDERS).stream()
                .map(text -> ModelJson.read(text, DropCopyOrder.class))
                .toList();
    }

    private boolean isKnown() {
        return stores.redis().hasKey(prefix + RedisKeys.DROP_COPY_ORDERS_AS_OF);
    }

    private static DropCopyOrder order(long permId, String remaining) {
        return new DropCopyOrder(
                permId,
                ClientId.of(7),
                OrderId.of(5),
                "",
                TradeOrigin.OTHER_CLIENT,
                "DU1234567",
                ContractId.of(756733),
                "SPY",
                Side.BUY,
                "LMT",
                new BigDecimal("100"),
                new BigDecimal("500"),
                "Submitted",
                true,
                BigDecimal.ZERO,
                new BigDecimal(remaining),
                AT);
    }
}
