package com.quanticity.ibkr.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayZonesTest {

    @Test
    void everyWindowsNameStandsForAZone() {
        assertThat(WindowsZones.NAMES).hasSizeGreaterThan(130);
        assertThat(WindowsZones.NAMES.values())
                .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US/Eastern",
                "America/New_York",
                "Europe/Berlin",
                "UTC",
                "Tokyo Standard Time",
                "Japan",
                "Etc/UTC"
            })
    void knowsNamesThatAlwaysMeanTheSame(String name) {
        assertThat(GatewayZones.zone(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "CET", "CST", "", "nowhere", "+01:00"})
    void hasNoZoneForTheOthers(String name) {
        assertThat(GatewayZones.zone(name)).isEmpty();
    }
}
