package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.RestartPause;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that a run of the platform depends on, checked. */
public record Plan(Folders folders, Ports ports, Secrets secrets, Market market, RestartPause restartPause) {

    /** Console logins that every run has: one who trades, one who may approve. */
    public static final List<String> CONSOLE_USERS = List.of("trader", "officer");

    /** The ports this run listens on. */
    public Set<Port> portsInUse() {
        return switch (market) {
            case Market.Generated generated -> EnumSet.allOf(Port.class);
            case Market.Recorded recorded -> EnumSet.allOf(Port.class);
            case Market.RealGateway real -> EnumSet.complementOf(EnumSet.of(Port.GATEWAY, Port.SIMULATOR_CONTROL));
        };
    }

    /** The programs this run starts, in that order. */
    List<Application> applications() {
        return isSimulated() ? List.of(Application.values()) : Application.services();
    }

    public boolean isSimulated() {
        return !(market instanceof Market.RealGateway);
    }

    /** Base address of an application's HTTP interface. */
    public URI url(Application application) {
        return URI.create("http://127.0.0.1:" + ports.of(application.port()));
    }
}
