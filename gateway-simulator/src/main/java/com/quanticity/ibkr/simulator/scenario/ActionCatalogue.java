package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.fault.Closest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every action there is. */
public final class ActionCatalogue {

    private static final List<Action> ALL = Stream.of(
                    BrokerActions.ALL,
                    GatewayActions.ALL,
                    LinkActions.ALL,
                    MessageActions.ALL,
                    OrderActions.ALL,
                    DataActions.ALL)
            .flatMap(Collection::stream)
            .toList();

    private static final Map<String, Action> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Action::name, Function.identity()));

    private ActionCatalogue() {}

    /** By theme, in the order of the documentation. */
    public static List<Action> all() {
        return ALL;
    }

    /**
     * An action by its name.
     *
     * @throws IllegalArgumentException naming the closest when there is none
     */
    public static Action named(String name) {
        Action action = BY_NAME.get(name);
        if (action == null) {
            throw new IllegalArgumentException("there is no action " + name
                    + Closest.to(name, ALL.stream().map(Action::name).toList()));
        }
        return action;
    }
}
