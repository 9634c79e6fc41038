package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderReport;
import java.util.ArrayList;
import java.util.List;

/** Two nights: in the second one the gateway also begins to count its order ids anew. */
final class NightlyRestart implements Story {

    @Override
    public String title() {
        return "nightly-restart";
    }

    @Override
    public String about() {
        return "working orders, the gateway restarts at 23:45; fills happen and day orders expire while it is away; once more with order"
                + " ids from 1: the ledger is equal to what the broker did";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        night(scene, false);
        night(scene, true);
    }

    private static void night(Scene scene, boolean rollBack) throws InterruptedException {
        scene.turnClockTo("23:40:00");
        String bought = scene.bought("SPY", 50);
        String filled = scene.resting("SPY", 100, "GOOD_TILL_CANCELLED");
        String partly = scene.resting("QQQ", 200, "GOOD_TILL_CANCELLED");
        String untouched = scene.resting("AAPL", 300, "GOOD_TILL_CANCELLED");
        String expired = scene.resting("SPY", 400, "DAY");
        String partlyExpired = scene.resting("QQQ", 500, "DAY");
        scene.fillAtBroker(partlyExpired, 120);
        scene.awaitStatus(partlyExpired, "PARTIALLY_FILLED");
        scene.say("one order filled, three GTC and two DAY orders work, one of them filled in part");

        scene.turnClockTo("23:44:59");
        scene.awaitAlone();
        scene.awaitAdapterAway();
        scene.say("the gateway has gone for its restart; the adapter holds orders");
        if (rollBack) {
            scene.faults().rollBackOrderIds(1);
            scene.say("its order ids will begin from 1 again");
        }
        scene.fillAtBroker(filled, 60);
        scene.fillAtBroker(filled, 40);
        scene.fillAtBroker(partly, 70);
        scene.fillAtBroker(partlyExpired, 80);
        scene.say("the exchange fills four times, nobody is told");
        scene.turnClockTo("23:59:59");
        scene.await(
                "day orders end at midnight", () -> isCancelled(scene, expired) && isCancelled(scene, partlyExpired));
        scene.say("both day orders have expired, nobody is told");
        scene.expect("the ledger cannot know yet", scene.status(expired).equals("WORKING"));

        scene.turnClockTo("00:00:59");
        scene.awaitTrading();
        scene.say("the gateway is back and the adapter has read what happened");
        scene.awaitStatus(filled, "FILLED");
        scene.awaitStatus(partly, "PARTIALLY_FILLED");
        scene.awaitStatus(untouched, "WORKING");
        scene.awaitStatus(expired, "CANCELLED");
        scene.awaitStatus(partlyExpired, "CANCELLED");

        String next = scene.bought("SPY", 10);
        scene.fillAtBroker(partly, 130);
        scene.awaitStatus(partly, "FILLED");
        scene.cancel(untouched);
        ledger(scene, List.of(bought, filled, partly, untouched, expired, partlyExpired, next));
        scene.booksAgree();
    }

    private static boolean isCancelled(Scene scene, String id) {
        return scene.atBroker(id).status().equals("Cancelled");
    }

    private static void ledger(Scene scene, List<String> ids) {
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            var ours = scene.get(Program.ENGINE, "/api/v1/orders/" + id);
            OrderReport theirs = scene.atBroker(id);
            lines.add("order id " + theirs.orderId() + " " + theirs.symbol() + ": ledger "
                    + ours.path("status").asString("") + " "
                    + ours.path("filledQuantity").asString("") + ", broker "
                    + theirs.status() + " " + theirs.filled().toPlainString());
        }
        lines.forEach(scene::say);
    }
}
