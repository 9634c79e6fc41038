package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import java.util.HashMap;
import java.util.Map;

/** Which market data type each session has asked for; live without a word. */
final class DataTypes {

    private static final int LIVE = 1;

    private final Map<Client, Integer> types = new HashMap<>();

    void set(Client client, int type) {
        types.put(client, type);
    }

    int of(Client client) {
        return types.getOrDefault(client, LIVE);
    }

    boolean wantsDelayed(Client client) {
        int type = of(client);
        return type == 3 || type == 4;
    }

    void forget(Client client) {
        types.remove(client);
    }
}
