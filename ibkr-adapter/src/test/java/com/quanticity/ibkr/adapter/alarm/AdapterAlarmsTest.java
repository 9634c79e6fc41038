package com.quanticity.ibkr.adapter.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdapterAlarmsTest {

    private final List<Alarm> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AdapterAlarms alarms = new AdapterAlarms(told::add, new MovableClock(), meters);

    @Test
    void eachIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
        alarms.raise(AlarmKind.DATA_ENTITLEMENT_LOST, "SPY", "354");
        alarms.raise(AlarmKind.DATA_ENTITLEMENT_LOST, "SPY", "354 again");
        alarms.raise(AlarmKind.DATA_ENTITLEMENT_LOST, "AAPL", "354");
        assertThat(alarms.active()).extracting(Alarm::subject).containsExactly("SPY", "AAPL");
        assertThat(meters.get("adapter_alarms").gauge().value()).isEqualTo(2);

        alarms.clear(AlarmKind.DATA_ENTITLEMENT_LOST, "SPY", "data is back");
        alarms.clear(AlarmKind.DATA_ENTITLEMENT_LOST, "SPY", "data is back");

        assertThat(told).extracting(Alarm::raised).containsExactly(true, true, false);
        assertThat(told.getLast().text()).isEqualTo("data is back");
        assertThat(meters.get("adapter_alarms").gauge().value()).isOne();
    }
}
