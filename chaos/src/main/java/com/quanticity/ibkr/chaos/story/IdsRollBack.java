package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.machine.Program;

/** Order ids from 1 again, also after the coordination was lost: the journal knows them too. */
final class IdsRollBack implements Story {

    @Override
    public String title() {
        return "id-roll-back";
    }

    @Override
    public String about() {
        return "the gateway counts from 1 again, then adapter and Redis are killed: no id is used twice, in no service's books";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        scene.bought("SPY", 10);
        String working = scene.resting("QQQ", 20, "GOOD_TILL_CANCELLED");
        int highest = scene.atBroker(working).orderId();

        scene.faults().restart(null);
        scene.faults().rollBackOrderIds(1);
        scene.awaitAdapterAway();
        scene.faults().comeBack();
        scene.awaitTrading();
        scene.say("the gateway is back and offers order id 1");
        String after = scene.bought("SPY", 30);
        higher(scene, after, highest);

        scene.kill(Program.ADAPTER);
        scene.kill(Program.REDIS);
        scene.faults().rollBackOrderIds(1);
        scene.startQuietly(Program.REDIS);
        scene.start(Program.ADAPTER);
        String last = scene.bought("QQQ", 40);
        higher(scene, last, scene.atBroker(after).orderId());
        scene.fillAtBroker(working, 20);
        scene.awaitStatus(working, "FILLED");
        scene.booksAgree();
    }

    private static void higher(Scene scene, String id, int than) {
        int orderId = scene.atBroker(id).orderId();
        scene.expect("order id " + orderId + " is above " + than, orderId > than);
        scene.say("the next order got id " + orderId);
    }
}
