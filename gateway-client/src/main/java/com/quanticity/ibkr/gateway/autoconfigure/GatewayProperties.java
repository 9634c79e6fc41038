package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.internal.settings.Problems;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's session with the gateway.
 *
 * @param enabled false = no session and no factory bean
 * @param host name or address of IB Gateway, TWS or the simulator; required
 * @param port its API port; when not set the usual one of software and environment: 4002, 4001, 7497 or 7496
 * @param environment PAPER or LIVE: a login with accounts of the other one is refused. Live money has to be written out
 * @param software GATEWAY or TWS: what listens there; TWS is for development only
 * @param binding AUTO, NATIVE (our codec) or OFFICIAL (IB's own client); AUTO takes the official one when it is in the application
 * @param owner who connects, as in the client-id table: the id follows from it and cannot be set; required
 * @param minVersion lowest protocol level accepted, 176..200
 * @param maxVersion highest protocol level offered, 176..200
 * @param connectOptions handshake options such as {@code +PACEAPI}, empty for none
 * @param connectTimeout for socket, version and login together
 * @param followRedirects whether a gateway may send us to another address, at most twice; a local gateway never does
 * @param synchroniseTimeout how long reading orders, executions and positions may take before READY
 * @param handOverCapacity most events waiting for the application before the session starts over
 * @param marketDataType LIVE, FROZEN, DELAYED or DELAYED_FROZEN
 * @param reconnect pauses between connection attempts
 * @param liveness how a dead connection is found
 * @param pacing how much may be sent
 * @param lease sharing client id and budgets with other processes
 * @param manualOrders true: orders typed into TWS (client id 0) are expected; false: they raise an alarm
 * @param capture recording of the wire on demand
 * @param tradingFarms market data farms without which orders are held, such as {@code usfarm} or {@code us*}; empty = every one
 * @param brokerAlarmAfter how long the gateway's link to the broker may be lost before somebody is told
 * @param farmAlarmAfter how long a farm may be broken before somebody is told
 * @param backup second gateway
 * @param maintenance planned outages
 * @param subscriptions care for streams
 */
@ConfigurationProperties(prefix = "ibkr.gateway", ignoreUnknownFields = false)
record GatewayProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String host,
        @Nullable Integer port,
        @DefaultValue("PAPER") GatewayEnvironment environment,
        @DefaultValue("GATEWAY") GatewaySoftware software,
        @DefaultValue("AUTO") BindingChoice binding,
        @Nullable ClientIdOwner owner,
        @DefaultValue("176") int minVersion,
        @DefaultValue("200") int maxVersion,
        @DefaultValue("") String connectOptions,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("false") boolean followRedirects,
        @DefaultValue("60s") Duration synchroniseTimeout,
        @DefaultValue("262144") int handOverCapacity,
        @DefaultValue("LIVE") MarketDataType marketDataType,
        @DefaultValue @NestedConfigurationProperty ReconnectProperties reconnect,
        @DefaultValue @NestedConfigurationProperty LivenessProperties liveness,
        @DefaultValue @NestedConfigurationProperty PacingProperties pacing,
        @DefaultValue @NestedConfigurationProperty LeaseProperties lease,
        @DefaultValue("true") boolean manualOrders,
        @DefaultValue @NestedConfigurationProperty CaptureProperties capture,
        @DefaultValue List<String> tradingFarms,
        @DefaultValue("1m") Duration brokerAlarmAfter,
        @DefaultValue("5m") Duration farmAlarmAfter,
        @DefaultValue @NestedConfigurationProperty BackupProperties backup,
        @DefaultValue @NestedConfigurationProperty MaintenanceProperties maintenance,
        @DefaultValue @NestedConfigurationProperty SubscriptionProperties subscriptions) {

    /**
     * The settings of the session.
     *
     * @param quietTimes when the streams of the service may be silent
     * @throws IllegalArgumentException with everything that is missing or out of its range
     */
    SessionSettings toSettings(QuietTimes quietTimes) {
        Problems problems = problems(quietTimes);
        if (owner == null || !problems.isEmpty()) {
            throw problems.exception();
        }
        return new SessionSettings(
                connect(owner),
                owner.component(),
                owner.mayTrade(),
                reconnect.settings(),
                liveness.settings(),
                flow(),
                synchronise(),
                life(),
                subscriptions.settings(quietTimes));
    }

    /** What the parts find wrong with themselves, all together. Who connects changes nothing of that. */
    private Problems problems(QuietTimes quietTimes) {
        Problems problems = new Problems()
                .require(owner != null, "owner is missing; set it to the component of the client-id table")
                .part(() -> connect(ClientIdOwner.IBKR_ADAPTER))
                .part(reconnect::settings)
                .part(liveness::settings)
                .part(this::flow)
                .part(this::synchronise)
                .part(this::alarming)
                .part(maintenance::calendar)
                .part(() -> subscriptions.settings(quietTimes))
                .part(pacing.history()::limits);
        lease.check(problems);
        capture.check(problems);
        backup.check(problems);
        return problems;
    }

    private ConnectSettings connect(ClientIdOwner who) {
        return new ConnectSettings(
                host == null ? "" : host,
                port == null ? software.port(environment) : port,
                who.clientId(),
                minVersion,
                maxVersion,
                connectOptions,
                connectTimeout,
                followRedirects);
    }

    private FlowSettings flow() {
        return new FlowSettings(pacing.messagesPerSecond(), handOverCapacity);
    }

    private SynchroniseSettings synchronise() {
        return new SynchroniseSettings(synchroniseTimeout, marketDataType);
    }

    private LifeSettings life() {
        return life(backup.gateway(), maintenance.calendar());
    }

    /** Without the parts that have problems of their own. */
    private LifeSettings alarming() {
        return life(null, MaintenanceCalendar.none());
    }

    private LifeSettings life(@Nullable BackupGateway second, MaintenanceCalendar calendar) {
        return new LifeSettings(environment, second, calendar, tradingFarms, brokerAlarmAfter, farmAlarmAfter);
    }
}
