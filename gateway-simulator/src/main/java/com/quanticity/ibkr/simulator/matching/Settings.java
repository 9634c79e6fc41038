package com.quanticity.ibkr.simulator.matching;

/** The options of the order desk as they are now: they can change while it runs. Event loop only. */
final class Settings {

    private OrderRules rules;
    private OrderHabits habits;

    Settings(OrderOptions options) {
        this.rules = options.rules();
        this.habits = options.habits();
    }

    OrderRules rules() {
        return rules;
    }

    OrderHabits habits() {
        return habits;
    }

    void use(OrderRules other) {
        rules = other;
    }

    void use(OrderHabits other) {
        habits = other;
    }
}
