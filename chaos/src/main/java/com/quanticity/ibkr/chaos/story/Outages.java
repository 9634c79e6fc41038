package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;
import java.util.List;

/** Fills while a service is dead, and costs that come before what they were paid for. */
final class Outages implements Story {

    @Override
    public String title() {
        return "outages";
    }

    @Override
    public String about() {
        return "fills while the adapter, the engine and the risk-manager are dead, commissions before their executions: each is booked once";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        for (Program program : List.of(Program.ADAPTER, Program.ENGINE, Program.RISK)) {
            String whole = scene.resting("SPY", 100, "GOOD_TILL_CANCELLED");
            String part = scene.resting("QQQ", 200, "GOOD_TILL_CANCELLED");
            scene.kill(program);
            scene.fillAtBroker(whole, 30);
            scene.fillAtBroker(whole, 70);
            scene.fillAtBroker(part, 50);
            scene.say("three fills while it is dead");
            scene.start(program);
            scene.awaitStatus(whole, "FILLED");
            scene.awaitStatus(part, "PARTIALLY_FILLED");
            scene.cancel(part);
        }

        scene.faults().messages().putAfter("EXECUTION_DATA", Scene.ADAPTER, null, "COMMISSION_REPORT");
        String early = scene.bought("AAPL", 60);
        scene.faults().messages().end("EXECUTION_DATA");
        scene.say("a commission came before its execution");
        scene.booksAgree();
    }
}
