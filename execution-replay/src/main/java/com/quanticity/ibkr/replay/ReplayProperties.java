package com.quanticity.ibkr.replay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Replays.
 *
 * @param recordingsRoot folder that holds the recordings; requests name folders below it; required
 * @param sessionEnabled whether client id 3 connects to the gateway; the service replays with and without it
 * @param maximumRuns replays that may run at the same time
 * @param streamTimeToLive how long the streams of an ended replay stay in Redis
 */
@Validated
@ConfigurationProperties(value = "ibkr.replay", ignoreUnknownFields = false)
public record ReplayProperties(
        @NotNull(message = "must name the folder that holds the recordings") Path recordingsRoot,

        @DefaultValue("true") boolean sessionEnabled,
        @DefaultValue("2") @Min(1) @Max(16) int maximumRuns,
        @DefaultValue("24h") Duration streamTimeToLive) {}
