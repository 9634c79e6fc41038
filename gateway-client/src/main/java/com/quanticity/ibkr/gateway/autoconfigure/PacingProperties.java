package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.SessionSettings;
import java.util.List;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent.
 *
 * @param messagesPerSecond most messages sent in any second; the gateway allows 50 with 100 market data lines
 * @param history queries for the past
 */
record PacingProperties(
        @DefaultValue("" + SessionSettings.DEFAULT_MESSAGES_PER_SECOND)
        int messagesPerSecond,

        @DefaultValue @NestedConfigurationProperty HistoryProperties history) {

    void check(List<String> problems) {
        Problems.requireAtLeastOne(problems, "pacing.messages-per-second", messagesPerSecond);
        history.check(problems);
    }
}
