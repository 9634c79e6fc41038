package com.quanticity.ibkr.chaos.story;

import java.util.List;

/** An order nobody answers. */
final class UnknownOrder implements Story {

    private static final List<String> ANSWERS = List.of("OPEN_ORDER", "ORDER_STATUS", "EXECUTION_DATA");

    @Override
    public String title() {
        return "unknown-order";
    }

    @Override
    public String about() {
        return "the gateway takes an order and says nothing: it is UNKNOWN, is not sent again, and its fill settles what became of it";
    }

    @Override
    public void tell(Scene scene) throws InterruptedException {
        ANSWERS.forEach(event -> scene.faults().messages().withhold(event, Scene.ADAPTER, null));
        String id = scene.unanswered("AAPL", 70);
        scene.say("the order is UNKNOWN; the broker has it as "
                + scene.atBroker(id).status());

        ANSWERS.forEach(event -> scene.faults().messages().end(event));
        scene.fillAtBroker(id, 30);
        scene.awaitStatus(id, "PARTIALLY_FILLED");
        scene.say("an execution came: it is PARTIALLY_FILLED");
        scene.fillAtBroker(id, 40);
        scene.awaitStatus(id, "FILLED");
        scene.booksAgree();
    }
}
