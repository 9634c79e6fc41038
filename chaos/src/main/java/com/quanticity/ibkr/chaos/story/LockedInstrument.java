package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Fills that never came by the trading path: engine, risk-manager and the adapter's gate together. */
final class LockedInstrument implements Story {

    private static final List<String> NEWS =
            List.of("EXECUTION_DATA", "COMMISSION_REPORT", "ORDER_STATUS", "OPEN_ORDER");

    @Override
    public String title() {
        return "locked-instrument";
    }

    @Override
    public String about() {
        return "a fill is kept from the adapter: the instrument is locked, the gate denies; one is adopted by a person, one heals by itself, and"
                + " the lock goes";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        String adopted = missed(scene, "AAPL");
        adopt(scene, missing(scene, "AAPL").orElseThrow());
        scene.await("AAPL is unlocked", () -> scene.locks().isEmpty());
        scene.awaitStatus(adopted, "FILLED");
        passes(scene, "AAPL");

        String healed = missed(scene, "QQQ");
        scene.dropAdapter();
        scene.awaitTrading();
        scene.say("the connection was cut; the adapter read its executions again");
        scene.awaitStatus(healed, "FILLED");
        scene.await("QQQ is unlocked", () -> scene.locks().isEmpty());
        passes(scene, "QQQ");
        scene.booksAgree();
    }

    /** An order whose fill the adapter is not told; returns when its instrument is locked at the gate and no other. */
    private static String missed(Scene scene, String symbol) throws InterruptedException {
        String id = scene.resting(symbol, 80, "GOOD_TILL_CANCELLED");
        NEWS.forEach(event -> scene.faults().messages().withhold(event, Scene.ADAPTER, null));
        scene.fillAtBroker(id, 80);
        scene.await(
                symbol + " is locked for the fill",
                () -> missing(scene, symbol).isPresent() && isLocked(scene, symbol));
        NEWS.forEach(event -> scene.faults().messages().end(event));
        for (JsonNode each : scene.discrepancies(symbol)) {
            scene.say("discrepancy " + each.path("kind").asString("") + ": ours '"
                    + each.path("ours").asString("") + "', "
                    + each.path("witness").asString("") + " '"
                    + each.path("theirs").asString("") + "'");
        }
        String denied = scene.market(symbol, 10);
        scene.awaitStatus(denied, "DENIED");
        String reason = scene.get(Program.ENGINE, "/api/v1/orders/" + denied)
                .path("reasonCode")
                .asString("");
        scene.expect("denied for INSTRUMENT_LOCKED and not for " + reason, reason.equals("INSTRUMENT_LOCKED"));
        scene.bought("SPY", 10);
        scene.say("a new order is denied INSTRUMENT_LOCKED, one in SPY fills");
        return id;
    }

    private static Optional<JsonNode> missing(Scene scene, String symbol) {
        for (JsonNode each : scene.discrepancies(symbol)) {
            if (each.path("kind").asString("").equals("FILL_NOT_IN_LEDGER")) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean isLocked(Scene scene, String symbol) {
        return scene.locks().toString().contains("\"" + symbol + "\"");
    }

    private static void adopt(Scene scene, JsonNode discrepancy) {
        scene.post(
                Program.ENGINE,
                "/api/v1/discrepancies/" + discrepancy.path("id").asString("") + "/adopt",
                Map.of(
                        "by", "ann",
                        "reason", "the broker's desk confirmed the fill",
                        "version", discrepancy.path("version").asLong()));
        scene.say("ann adopted execution " + discrepancy.path("reference").asString(""));
    }

    private static void passes(Scene scene, String symbol) throws InterruptedException {
        scene.bought(symbol, 10);
        scene.say("an order in " + symbol + " passes again");
    }
}
