package com.quanticity.ibkr.quickstart.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The port numbers of one run: one for each {@link Port}, no two alike. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final EnumMap<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** The usual numbers, except where {@code chosen} names another. */
    public static Ports usualExcept(Map<Port, Integer> chosen) throws CannotStartException {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, chosen.getOrDefault(port, port.usual()));
        }
        return checked(numbers);
    }

    /** Numbers nobody listens on right now, except where {@code chosen} names one. Nothing reserves them. */
    public static Ports freeExcept(Map<Port, Integer> chosen) throws CannotStartException {
        Map<Port, Integer> numbers = new EnumMap<>(chosen.isEmpty() ? new EnumMap<>(Port.class) : chosen);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Port port : Port.values()) {
                if (!chosen.containsKey(port)) {
                    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    numbers.put(port, socket.getLocalPort());
                }
            }
        } catch (IOException e) {
            throw new CannotStartException(
                    "no free port on the loopback address (" + e.getMessage() + "): close other programs, then retry",
                    e);
        } finally {
            held.forEach(Ports::release);
        }
        return checked(numbers);
    }

    public int of(Port port) {
        Integer number = numbers.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    /** Those of {@code wanted} that somebody else listens on, in order. */
    public List<Port> busy(Set<Port> wanted) {
        List<Port> busy = new ArrayList<>();
        for (Port port : EnumSet.copyOf(wanted)) {
            if (!isFree(of(port))) {
                busy.add(port);
            }
        }
        return busy;
    }

    private static Ports checked(Map<Port, Integer> numbers) throws CannotStartException {
        Map<Integer, Port> seen = new HashMap<>();
        for (Map.Entry<Port, Integer> entry : numbers.entrySet()) {
            int number = entry.getValue();
            String option = entry.getKey().option();
            if (number < 1 || number > HIGHEST) {
                throw new CannotStartException(option + " " + number + " is no port: use 1 to " + HIGHEST);
            }
            Port other = seen.put(number, entry.getKey());
            if (other != null) {
                throw new CannotStartException(
                        other.option() + " and " + option + " are both " + number + ": give them different ports");
            }
        }
        return new Ports(numbers);
    }

    private static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port in TIME_WAIT is free for a server; one that is listened on is not.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a probe socket did not close", e);
        }
    }
}
