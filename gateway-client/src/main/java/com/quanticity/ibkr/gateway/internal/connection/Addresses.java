package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.ConnectSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as gateways write them: {@code host} or {@code host:port}. */
final class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    private Addresses() {}

    /** The settings for the address a gateway names; the port stays when none is named. Empty when it is no address. */
    static Optional<ConnectSettings> redirected(ConnectSettings settings, String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(2) == null ? settings.port() : Integer.parseInt(parts.group(2));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(settings.withAddress(parts.group(1), port));
    }
}
