package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the streams that a service wants are kept alive.
 *
 * @param firstData how long a new request may take to deliver before it is silent, which raises an alarm; bars, tick-by-tick, depth and
 *     scanners get three times as long
 * @param quiet how long confirmed level 1 data, depth or bars may pause before they are asked for anew while their usual pace is not
 *     known; afterwards four times the usual pause. Doubles up to 1 h while the market is only quiet
 * @param quietLeast least such time that is learned
 * @param quietMost most such time that is learned
 * @param retryInitial pause before a silent stream is asked for again; doubles each time
 * @param retryMax longest such pause
 * @param refusedRetry pause before a refused stream is asked for again; doubles up to 1 h
 * @param lineRetry pause before a stream that found no free market data line is tried again; a line given back ends it
 */
record SubscriptionProperties(
        @DefaultValue("10s") Duration firstData,
        @DefaultValue("60s") Duration quiet,
        @DefaultValue("15s") Duration quietLeast,
        @DefaultValue("10m") Duration quietMost,
        @DefaultValue("5s") Duration retryInitial,
        @DefaultValue("5m") Duration retryMax,
        @DefaultValue("5m") Duration refusedRetry,
        @DefaultValue("30s") Duration lineRetry) {

    SubscriptionSettings settings(QuietTimes quietTimes) {
        return new SubscriptionSettings(
                firstData, quiet, quietLeast, quietMost, retryInitial, retryMax, refusedRetry, lineRetry, quietTimes);
    }
}
