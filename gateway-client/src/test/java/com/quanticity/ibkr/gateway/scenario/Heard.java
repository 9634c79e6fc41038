package com.quanticity.ibkr.gateway.scenario;

import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything an application hears of its session. */
final class Heard implements SessionListener {

    final List<SessionEvent> changes = new CopyOnWriteArrayList<>();
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final List<FarmStatus> farms = new CopyOnWriteArrayList<>();
    final List<EventBatch> batches = new CopyOnWriteArrayList<>();
    final List<Synchronisation.Cause> causes = new CopyOnWriteArrayList<>();
    final List<Boolean> gatewayChanges = new CopyOnWriteArrayList<>();
    volatile Steps steps = synchronisation -> {};
    volatile boolean workingOrders;

    /** What the application does before READY. */
    interface Steps {
        void run(Synchronisation synchronisation) throws InterruptedException;
    }

    @Override
    public void onStateChange(SessionEvent event) {
        changes.add(event);
    }

    @Override
    public void onAlarm(Alarm alarm) {
        alarms.add(alarm);
    }

    @Override
    public void onFarm(FarmStatus farm) {
        farms.add(farm);
    }

    @Override
    public boolean mayHaveWorkingOrders() {
        return workingOrders;
    }

    @Override
    public void onEvents(EventBatch batch) {
        batches.add(batch);
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        causes.add(synchronisation.cause());
        gatewayChanges.add(synchronisation.gatewayChanged());
        steps.run(synchronisation);
    }

    List<SessionState> states() {
        return changes.stream().map(SessionEvent::state).toList();
    }

    /** {@code RAISED GATEWAY_UNREACHABLE} and so on. */
    List<String> told() {
        return alarms.stream().map(alarm -> alarm.phase() + " " + alarm.kind()).toList();
    }

    /** Alarms that wake somebody. */
    List<String> pages() {
        return alarms.stream()
                .filter(alarm -> alarm.raised() && alarm.severity() == AlarmSeverity.P1)
                .map(alarm -> alarm.kind().name())
                .toList();
    }
}
