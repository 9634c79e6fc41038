package com.quanticity.ibkr.simulator.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.junit.GatewayControl;
import com.quanticity.ibkr.simulator.junit.SimulatedGateway;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for a contract for difference are sent on to its underlying. */
@SimulatedGateway(start = "2026-03-02T15:00:00Z")
class ContractsForDifferenceTest {

    private TestClient client;

    @BeforeEach
    void connect(GatewayControl gateway) {
        client = TestClient.start(gateway.simulator(), 1);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static Object[] stream(int id, String symbol) {
        return new Object[] {1, 11, id, 0, symbol, "CFD", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, ""
        };
    }

    @Test
    void sendsLevel1OnToTheStockOrThePair(GatewayControl gateway) {
        client.send(stream(5, "AAPL"));
        client.send(stream(6, "EUR"));

        assertThat(client.drain())
                .containsExactly(List.of("91", "5", "265598", "SMART"), List.of("91", "6", "12087792", "IDEALPRO"));
        assertThat(gateway.simulator().state().gateways().getFirst().data().lines())
                .isZero();
    }

    @Test
    void sendsDepthOn() {
        client.send(10, 5, 7, 0, "AAPL", "CFD", "", "0.0", "", "", "SMART", "", "USD", "", "", 5, 1, "");

        assertThat(client.drain()).containsExactly(List.of("92", "7", "265598", "SMART"));
    }

    @Test
    void hasNoBarsAndNoSingleTicks() {
        client.send(50, 3, 8, 0, "AAPL", "CFD", "", "0.0", "", "", "SMART", "", "USD", "", "", 5, "MIDPOINT", 0, "");
        client.send(97, 9, 0, "AAPL", "CFD", "", "0.0", "", "", "SMART", "", "USD", "", "", "Last", 0, 0);

        assertThat(client.drain()).extracting(OrderFloor::brief).containsExactly("8 message 420", "9 message 10189");
    }

    @Test
    void namesTheUnderlyingInItsDetails() {
        client.send(9, 8, 5, 0, "AAPL", "CFD", "", "", "", "", "", "", "", "", "", 0, "", "", "");

        assertThat(client.untilId(52).getFirst())
                .startsWith("10", "5", "AAPL", "CFD")
                .contains("AAPLn", "265598", "STK");
    }

    @Test
    void fillsAtThePriceOfTheUnderlying() {
        client.send(TestOrder.buy(1, 10, "MKT")
                .with("symbol", "AAPL")
                .with("secType", "CFD")
                .frame());

        assertThat(client.drain()).extracting(OrderFloor::brief).contains("1 Filled 10/0");
    }
}
