package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import java.util.ArrayList;
import java.util.List;

/** What the simulator is told on its command line. */
final class SimulatorCommand {

    /** The risk-manager's, as the gateway's "Master API client ID". Source: blueprint section 3. */
    private static final String DROP_COPY_CLIENT_ID = "2";

    private SimulatorCommand() {}

    static List<String> arguments(Plan plan) {
        List<String> arguments = new ArrayList<>(List.of(
                "--port",
                Integer.toString(plan.ports().of(Port.GATEWAY)),
                "--control-port",
                Integer.toString(plan.ports().of(Port.SIMULATOR_CONTROL)),
                "--state",
                plan.folders().simulatorState().toString(),
                "--master-client-id",
                DROP_COPY_CLIENT_ID));
        arguments.addAll(market(plan.market()));
        return arguments;
    }

    private static List<String> market(Market market) {
        return switch (market) {
            case Market.Generated generated -> List.of("--seed", Long.toString(generated.seed()));
            case Market.Recorded recorded -> recording(recorded);
            case Market.RealGateway real -> throw new IllegalArgumentException("a real gateway needs no simulator");
        };
    }

    private static List<String> recording(Market.Recorded recorded) {
        List<String> arguments = new ArrayList<>(List.of(
                "--recordings",
                recorded.recording().folder().toString(),
                "--date",
                recorded.recording().date().toString(),
                "--speed",
                recorded.speed().toPlainString()));
        if (recorded.from() != null) {
            arguments.add("--from");
            arguments.add(recorded.from().toString());
        }
        return arguments;
    }
}
