package com.quanticity.ibkr.quickstart.check;

import com.quanticity.ibkr.quickstart.platform.Application;
import com.quanticity.ibkr.quickstart.platform.Plan;
import com.quanticity.ibkr.quickstart.settings.Port;
import java.net.URI;
import java.nio.file.Path;

/**
 * A platform as the check sees it: from outside.
 *
 * @param adapterPassword PostgreSQL password of the role {@code adapter}
 * @param serviceToken bearer token of the REST interfaces
 * @param symbol what to trade
 * @param logs folder with the services' logs, named in messages
 */
public record CheckTarget(
        int redisPort,
        int postgresPort,
        String adapterPassword,
        URI adapter,
        URI engine,
        String serviceToken,
        String symbol,
        Path logs) {

    static CheckTarget of(Plan plan) {
        return new CheckTarget(
                plan.ports().of(Port.REDIS),
                plan.ports().of(Port.POSTGRES),
                plan.secrets().database("adapter"),
                plan.url(Application.ADAPTER),
                plan.url(Application.ENGINE),
                plan.secrets().serviceToken(),
                plan.market().watchList().getFirst(),
                plan.folders().logs());
    }

    @Override
    public String toString() {
        return "CheckTarget[adapter=" + adapter + ", engine=" + engine + ", symbol=" + symbol + "]";
    }
}
