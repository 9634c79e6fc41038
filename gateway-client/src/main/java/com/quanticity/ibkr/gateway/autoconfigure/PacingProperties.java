package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.FlowSettings;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent.
 *
 * @param messagesPerSecond most messages sent in any second; the gateway allows 50 with 100 market data lines
 * @param history queries for the past
 */
record PacingProperties(
        @DefaultValue("" + FlowSettings.DEFAULT_MESSAGES_PER_SECOND)
        int messagesPerSecond,

        @DefaultValue @NestedConfigurationProperty HistoryProperties history) {}
