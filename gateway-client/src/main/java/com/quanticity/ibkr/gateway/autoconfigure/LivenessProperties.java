package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.LivenessSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a connection is found to be dead.
 *
 * @param probeInterval how often the gateway is asked for its time
 * @param probeTimeout how long the answer may take before the connection is given up
 * @param silenceTimeout how long nothing may arrive before the connection is given up; longer than the probe interval
 */
record LivenessProperties(
        @DefaultValue("10s") Duration probeInterval,
        @DefaultValue("10s") Duration probeTimeout,
        @DefaultValue("30s") Duration silenceTimeout) {

    LivenessSettings settings() {
        return new LivenessSettings(probeInterval, probeTimeout, silenceTimeout);
    }
}
