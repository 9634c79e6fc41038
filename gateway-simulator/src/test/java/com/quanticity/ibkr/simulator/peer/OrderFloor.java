package com.quanticity.ibkr.simulator.peer;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.session.SessionOptions;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulator with a scripted market and one client, client id 1.
 *
 * <p>IBM is quoted 181.00 to 181.50, after 20 seconds 180.00 to 180.40, after 40 seconds 182.00 to 182.30, and trades
 * after 10, 21 and 41 seconds at 181.20, 180.20 and 182.10. XOM stays at 88.00 to 88.10.
 */
public final class OrderFloor implements AutoCloseable {

    public static final int IBM = 8314;

    private final SimulatorTime.Stepped time;
    private final GatewaySimulator simulator;
    private final TestClient client;

    private OrderFloor(Path folder, SessionOptions session, MarketOptions.Hours hours, String start)
            throws IOException {
        time = SimulatorTime.stepped(Instant.parse(start));
        Recordings.quotes(
                folder,
                "IBM",
                List.of(
                        "09:29:59.000,181.00,300,P,181.50,400,Q",
                        "09:30:20.000,180.00,300,P,180.40,500,Q",
                        "09:30:30.000,180.00,300,P,180.40,600,Q",
                        "09:30:40.000,182.00,300,P,182.30,500,Q",
                        "09:30:50.000,182.00,400,P,182.30,500,Q"));
        Recordings.trades(
                folder,
                "IBM",
                List.of(
                        "09:30:10.000,181.20,100,P,",
                        "09:30:21.000,180.20,200,P,",
                        "09:30:41.000,182.10,300,P,",
                        "09:30:51.000,182.10,300,P,"));
        Recordings.quotes(
                folder,
                "XOM",
                List.of("09:29:59.000,88.00,1000,P,88.10,1000,Q", "09:30:45.000,88.00,900,P,88.10,900,Q"));
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withMarket(MarketSource.Recorded.of(folder))
                .withMarketData(MarketOptions.defaults().withHours(hours))
                .withSession(session)
                .withTime(time));
        client = TestClient.start(simulator, 1);
        for (String symbol : List.of("IBM", "XOM")) {
            client.send(
                    1,
                    11,
                    symbol.hashCode(),
                    0,
                    symbol,
                    "STK",
                    "",
                    "0.0",
                    "",
                    "",
                    "SMART",
                    "",
                    "USD",
                    "",
                    "",
                    0,
                    "",
                    0,
                    0,
                    "");
            client.send(2, 1, symbol.hashCode());
        }
        client.drain();
    }

    public static OrderFloor open(Path folder) throws IOException {
        return inZone(folder, SessionOptions.defaults().loginZone());
    }

    /** The same market at a gateway whose login machine is elsewhere. */
    public static OrderFloor inZone(Path folder, LoginZone zone) throws IOException {
        SessionOptions session = SessionOptions.defaults().withLoginZone(zone);
        return new OrderFloor(folder, session, MarketOptions.Hours.ALWAYS, "2026-03-02T15:00:00Z");
    }

    /** The same market in which the exchange keeps its hours. */
    public static OrderFloor withHours(Path folder, String start) throws IOException {
        return new OrderFloor(folder, SessionOptions.defaults(), MarketOptions.Hours.REAL, start);
    }

    public GatewaySimulator simulator() {
        return simulator;
    }

    public TestClient client() {
        return client;
    }

    /** Places orders and tells what came of it. */
    public List<String> place(TestOrder... orders) {
        for (TestOrder order : orders) {
            client.send(order.frame());
        }
        return heard();
    }

    public List<String> cancel(int orderId) {
        client.send(4, orderId, "", "", 2147483647);
        return heard();
    }

    /** Lets time pass and tells what came of it. */
    public List<String> after(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
        return heard();
    }

    public List<String> after(Duration length) {
        time.advance(length);
        return heard();
    }

    /** What has come since the last look, about orders. */
    public List<String> heard() {
        return heard(client);
    }

    public static List<String> heard(TestClient client) {
        return client.drain().stream().map(OrderFloor::brief).toList();
    }

    /** The last field list of a message id. */
    public static List<String> last(List<List<String>> messages, String id) {
        return messages.stream()
                .filter(message -> message.getFirst().equals(id))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** Message id and, for the order messages, what a reader looks at first. */
    public static String brief(List<String> message) {
        return switch (message.getFirst()) {
            case "3" -> {
                List<String> words = new ArrayList<>(List.of(message.get(1), message.get(2)));
                if (!message.get(10).isEmpty()) {
                    words.add(message.get(10));
                }
                words.add(message.get(3) + "/" + message.get(4));
                yield String.join(" ", words);
            }
            case "4" -> message.get(1) + " message " + message.get(2);
            case "5" -> message.get(1) + " order";
            case "11" -> "%s %s %s@%s".formatted(message.get(2), message.get(18), message.get(19), message.get(20));
            case "59" -> "commission";
            default -> "id " + message.getFirst();
        };
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
