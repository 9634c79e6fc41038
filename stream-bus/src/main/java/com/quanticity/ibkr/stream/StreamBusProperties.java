package com.quanticity.ibkr.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of this service.
 *
 * @param prefix put before every stream name and key; empty (the default) for the live streams, set for replays and tests
 */
@ConfigurationProperties(value = "ibkr.streams", ignoreUnknownFields = false)
record StreamBusProperties(@DefaultValue("") String prefix) {}
