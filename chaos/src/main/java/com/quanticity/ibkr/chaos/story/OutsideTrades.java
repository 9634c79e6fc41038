package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Somebody trades in TWS. */
final class OutsideTrades implements Story {

    private static final String MANUAL = "MANUAL";

    @Override
    public String title() {
        return "outside-trades";
    }

    @Override
    public String about() {
        return "somebody types orders into TWS, also while engine and risk-manager are dead: adopted with their origin, booked once, no"
                + " discrepancy";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        BigDecimal before = ours(scene);
        scene.faults().orders().placeManually("SPY", true, new BigDecimal("11"), null);
        scene.await("the fill is booked", () -> ours(scene).subtract(before).compareTo(new BigDecimal("11")) == 0);
        scene.say("a manual fill of 11 SPY is booked");

        BigDecimal away = scene.price("SPY").multiply(new BigDecimal("0.97")).setScale(2, RoundingMode.HALF_UP);
        scene.faults().orders().placeManually("SPY", true, new BigDecimal("12"), away);
        scene.await(
                "the resting order is known as outside",
                () -> scene.get(Program.ENGINE, "/api/v1/outside-orders")
                        .toString()
                        .contains(MANUAL));
        scene.say("a manual order that rests is among the outside orders");

        scene.kill(Program.ENGINE);
        scene.kill(Program.RISK);
        scene.faults().orders().fill(null, null, null, null);
        scene.say("it fills while both are dead");
        scene.startQuietly(Program.ENGINE);
        scene.start(Program.RISK);
        scene.await("it is booked once", () -> ours(scene).subtract(before).compareTo(new BigDecimal("23")) == 0);
        scene.await(
                "risk-manager holds the same",
                () -> quantity(scene.get(Program.RISK, "/api/v1/account/positions")
                                        .path("open"))
                                .compareTo(ours(scene))
                        == 0);
        String fills =
                scene.get(Program.ENGINE, "/api/v1/fills?symbol=SPY&limit=2").toString();
        scene.expect("both fills name their origin: " + fills, fills.split("\"" + MANUAL + "\"", -1).length == 3);
        scene.await("no discrepancy is left", () -> scene.discrepancies("").isEmpty());
        scene.await("nothing is locked", () -> scene.locks().isEmpty());
        scene.say("ledger and risk-manager hold what the broker holds, nothing is locked");
    }

    private static BigDecimal ours(Scene scene) {
        return quantity(
                scene.get(Program.ENGINE, "/api/v1/positions?symbol=SPY").path("positions"));
    }

    private static BigDecimal quantity(JsonNode positions) {
        for (JsonNode position : positions) {
            if (position.path("symbol").asString("").equals("SPY")) {
                return position.path("quantity").asDecimal();
            }
        }
        return BigDecimal.ZERO;
    }
}
