package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders for what is not a stock, in the generated market. */
class OrderKindsTest {

    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void fillsAFutureForItsFee() {
        client.send(future(TestOrder.buy(1, 1, "MKT")).frame());
        List<List<String>> heard = client.drain();

        assertThat(heard).extracting(OrderFloor::brief).contains("1 Filled 1/0");
        assertThat(OrderFloor.last(heard, "59").get(3)).isEqualTo("0.62");
        assertThat(OrderFloor.last(heard, "11")).contains("FUT", "5");
    }

    /** Capture 08: 7039.50 to 7039.25 with 5 a point and 0.62 a side is -2.49. */
    @Test
    void countsAFuturesMultiplierAndBothFeesIntoItsResult() {
        client.send(future(TestOrder.buy(1, 2, "MKT")).frame());
        List<List<String>> bought = client.drain();
        client.send(future(TestOrder.sell(2, 2, "MKT")).frame());
        List<List<String>> sold = client.drain();

        BigDecimal move = price(sold).subtract(price(bought));
        BigDecimal realized = new BigDecimal(OrderFloor.last(sold, "59").get(5));
        assertThat(realized).isEqualByComparingTo(move.multiply(BigDecimal.TEN).subtract(new BigDecimal("2.48")));
    }

    private static BigDecimal price(List<List<String>> heard) {
        List<String> execution = OrderFloor.last(heard, "11");
        return new BigDecimal(execution.get(20));
    }

    private static TestOrder future(TestOrder order) {
        return order.with("symbol", "MES")
                .with("secType", "FUT")
                .with("expiry", "202606")
                .with("exchange", "CME");
    }

    @Test
    void chargesEachOptionContract() {
        client.send(option(TestOrder.buy(1, 3, "MKT")).frame());

        assertThat(OrderFloor.last(client.drain(), "59").get(3)).isEqualTo("1.95");
    }

    @Test
    void namesTheVenueOfACurrencyTrade() {
        client.send(TestOrder.buy(1, 20_000, "MKT")
                .with("symbol", "EUR")
                .with("secType", "CASH")
                .with("exchange", "IDEALPRO")
                .frame());

        assertThat(OrderFloor.last(client.drain(), "11")).contains("IDEALPRO").doesNotContain("SMART");
    }

    @Test
    void fillsAnOptionAndPricesItByVolatility() {
        client.send(option(TestOrder.buy(1, 1, "MKT")).frame());
        client.send(option(TestOrder.buy(2, 1, "VOL").with("volatility", "2").with("volatilityType", 2))
                .frame());
        List<List<String>> heard = client.drain();

        assertThat(heard).extracting(OrderFloor::brief).contains("1 Filled 1/0", "2 Filled 1/0");
        assertThat(OrderFloor.last(heard, "11")).contains("OPT", "C", "100");
    }

    @Test
    void hedgesAnOptionByItsDelta() {
        client.send(option(TestOrder.buy(1, 2, "MKT")).staged().frame());
        client.send(TestOrder.sell(2, 0, "MKT")
                .with("symbol", "AAPL")
                .child(1)
                .hedge("D", "")
                .frame());
        List<List<String>> heard = client.drain();
        List<String> stock = OrderFloor.last(heard, "11");

        assertThat(heard).extracting(OrderFloor::brief).contains("1 Filled 2/0");
        assertThat(stock).contains("STK", "SLD");
        assertThat(Integer.parseInt(stock.get(19))).isBetween(1, 199);
    }

    @Test
    void refusesADeltaHedgeOfAStockAndAForexHedgeWithoutCurrencies() {
        client.send(TestOrder.buy(1, 100, "LMT")
                .limit("1")
                .with("symbol", "AAPL")
                .staged()
                .frame());
        client.send(TestOrder.sell(2, 0, "MKT")
                .with("symbol", "SPY")
                .child(1)
                .hedge("D", "")
                .frame());
        client.send(TestOrder.sell(3, 0, "MKT")
                .with("symbol", "SPY")
                .child(1)
                .hedge("F", "")
                .frame());

        assertThat(client.drain()).extracting(OrderFloor::brief).contains("2 message 10010", "3 message 10007");
    }

    @Test
    void hedgesTheFillsOfAVolatilityOrderThatAsksForIt() {
        client.send(deltaNeutral(1, "MKT").frame());
        List<List<String>> heard = client.drain();

        assertThat(heard)
                .filteredOn(message -> message.getFirst().equals("11"))
                .extracting(message -> message.get(5) + " " + message.get(18))
                .containsExactlyInAnyOrder("OPT BOT", "STK SLD");

        client.send(deltaNeutral(2, "REL").frame());
        client.send(deltaNeutral(3, "LMT").frame());
        assertThat(client.drain()).extracting(OrderFloor::brief).containsExactly("2 message 380", "3 message 377");
    }

    @Test
    void hedgesWithALimitOrderOfItsOwn() {
        client.send(deltaNeutral(1, "LMT").with("deltaNeutralAuxPrice", "400").frame());

        List<List<String>> heard = client.drain();
        assertThat(heard)
                .filteredOn(message ->
                        message.getFirst().equals("3") && message.get(1).equals("2"))
                .extracting(message -> message.get(2))
                .last()
                .isEqualTo("Submitted");
        assertThat(OrderFloor.last(heard, "5")).contains("AAPL", "STK", "SELL", "LMT");
    }

    private static TestOrder deltaNeutral(int orderId, String type) {
        return option(TestOrder.buy(orderId, 1, "VOL")
                .with("volatility", "2")
                .with("volatilityType", 2)
                .deltaNeutral(type));
    }

    @Test
    void validatesTheStockOfADeltaNeutralRequest() {
        client.send(
                1, 11, 7, 0, "AAPL", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 1, 265598, 0, 0, "", 0, 0,
                "");
        List<String> validated = OrderFloor.last(client.drain(), "56");

        assertThat(validated).startsWith("56", "1", "7", "265598", "1");
        assertThat(Double.parseDouble(validated.get(5))).isPositive();
    }

    private static TestOrder option(TestOrder order) {
        return order.with("symbol", "AAPL")
                .with("secType", "OPT")
                .with("expiry", "20260320")
                .with("strike", "270")
                .with("right", "C");
    }
}
