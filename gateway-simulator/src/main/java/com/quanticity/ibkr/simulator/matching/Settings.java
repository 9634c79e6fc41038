package com.quanticity.ibkr.simulator.matching;

/** The options of the order desk as they are now: they can change while it runs. Event loop only. */
public final class Settings {

    private OrderRules rules;
    private OrderHabits habits;

    public Settings(OrderOptions options) {
        this.rules = options.rules();
        this.habits = options.habits();
    }

    public OrderRules rules() {
        return rules;
    }

    public OrderHabits habits() {
        return habits;
    }

    public void use(OrderRules other) {
        rules = other;
    }

    public void use(OrderHabits other) {
        habits = other;
    }
}
