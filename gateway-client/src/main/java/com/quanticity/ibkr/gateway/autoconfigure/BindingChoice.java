package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.GatewayBinding;
import java.util.List;
import java.util.function.Supplier;

/** Which way of talking to the gateway is used, {@code ibkr.gateway.binding}. */
enum BindingChoice {
    /** Another binding that is present, such as IB's own client, else our codec. */
    AUTO,
    /** Our own codec. */
    NATIVE,
    /** IB's own client, module {@code gateway-tws-api}. */
    OFFICIAL;

    private static final String OFFICIAL_NAME = "official";

    /**
     * The binding to use.
     *
     * @param offered bindings that other modules and the application bring as beans
     * @param ours makes the native one
     * @throws IllegalArgumentException when the chosen one is not there
     */
    GatewayBinding choose(List<GatewayBinding> offered, Supplier<GatewayBinding> ours) {
        return switch (this) {
            case AUTO -> offered.isEmpty() ? ours.get() : offered.getFirst();
            case NATIVE -> ours.get();
            case OFFICIAL ->
                offered.stream()
                        .filter(binding -> binding.name().startsWith(OFFICIAL_NAME))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "ibkr.gateway.binding=official, but IB's client is not in this application; install it with"
                                                + " ./install-tws-api and build with -Ptws-api, or set ibkr.gateway.binding=native"));
        };
    }
}
