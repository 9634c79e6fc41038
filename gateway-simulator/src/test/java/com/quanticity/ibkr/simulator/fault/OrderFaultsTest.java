package com.quanticity.ibkr.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.OrderFaults;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test does to an order that rests. */
class OrderFaultsTest {

    private OrderFloor floor;

    @BeforeEach
    void rest(@TempDir Path folder) throws IOException {
        floor = OrderFloor.open(folder);
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private OrderFaults orders() {
        return floor.simulator().faults().orders();
    }

    @Test
    void fillsAnOrderInPartsWheneverItIsTold() {
        orders().fill(1, 1, new BigDecimal("30"), new BigDecimal("169.5"));
        assertThat(floor.heard()).containsExactly("1 BOT 30@169.5", "1 order", "1 Submitted 30/70", "commission");

        orders().fill(null, null, null, null);
        assertThat(floor.heard()).containsExactly("1 BOT 70@170", "1 order", "1 Filled 100/0", "commission");
        assertThat(floor.simulator().witness().report().fills()).hasSize(2);
    }

    @Test
    void refusesToFillWhatIsNotThere() {
        assertThatThrownBy(() -> orders().fill(1, 1, new BigDecimal("101"), null))
                .hasMessageContaining("give up to 100");
        assertThatThrownBy(() -> orders().fill(1, 7, null, null)).hasMessageContaining("no such open order");
    }

    @Test
    void cancelsWithoutBeingAskedTo() {
        orders().cancel(1, 1);

        assertThat(floor.heard()).containsExactly("1 Cancelled 0/100", "1 message 202");
    }

    @Test
    void rejectsAnOrderThatWorked() {
        orders().reject(1, 1, "unplugged");

        assertThat(floor.heard()).containsExactly("1 message 201", "1 order", "1 Inactive 0/100");
    }

    @Test
    void tellsAStatusNobodyKnowsAndLeavesTheOrderAsItIs() {
        orders().show(1, 1, "Pondering");

        assertThat(floor.heard()).containsExactly("1 Pondering 0/100");
        assertThat(floor.cancel(1)).endsWith("1 Cancelled 0/100", "1 message 202");
    }
}
