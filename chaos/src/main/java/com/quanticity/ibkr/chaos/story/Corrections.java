package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;
import java.math.BigDecimal;

/** The broker changes its mind about executions while a service is dead, and repeats itself afterwards. */
final class Corrections implements Story {

    @Override
    public String title() {
        return "corrections";
    }

    @Override
    public String about() {
        return "an execution gets another price while the adapter is dead, another one while the engine is: each counts once, as corrected";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        corrected(scene, Program.ADAPTER);
        corrected(scene, Program.ENGINE);
        scene.booksAgree();
    }

    private static void corrected(Scene scene, Program dead) throws InterruptedException {
        String id = scene.bought("SPY", 40);
        String execution = scene.executionOf(id);
        BigDecimal price = scene.price("SPY").add(BigDecimal.ONE);
        scene.kill(dead);
        scene.faults().orders().correct(execution, price);
        scene.say("the broker corrects " + execution + " to " + price.toPlainString());
        scene.start(dead);
        scene.await("the ledger has the corrected price", () -> holds(scene, id, price));
        scene.dropAdapter();
        scene.awaitTrading();
        scene.say("the connection was cut and all executions were told again");
        scene.expect("the corrected price counts once", holds(scene, id, price));
    }

    private static boolean holds(Scene scene, String id, BigDecimal price) {
        boolean corrected = false;
        BigDecimal quantity = BigDecimal.ZERO;
        for (var fill : scene.fillsOf(id)) {
            quantity = quantity.add(fill.path("quantity").asDecimal());
            corrected |= fill.path("price").asDecimal().compareTo(price) == 0;
        }
        return corrected && quantity.compareTo(BigDecimal.valueOf(40)) == 0;
    }
}
