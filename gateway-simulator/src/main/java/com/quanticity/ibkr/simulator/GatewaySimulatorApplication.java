package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.control.ControlServer;
import java.io.UncheckedIOException;

/** The simulator as a program: options → simulator → control interface. Exit code 2 means that it could not start. */
public final class GatewaySimulatorApplication {

    private static final int COULD_NOT_START = 2;
    private static final String LOG_PROPERTY = "logback.configurationFile";

    private GatewaySimulatorApplication() {}

    public static void main(String[] args) {
        // before the first logger, so that the lines look the same from the first to the last
        System.setProperty(LOG_PROPERTY, ControlServer.LOG_CONFIGURATION);
        if (CommandLine.wantsHelp(args)) {
            System.out.print(CommandLine.HELP);
            return;
        }
        try {
            run(CommandLine.parse(args));
        } catch (UsageException | SimulatorStartException | UncheckedIOException cannotStart) {
            System.err.println("simulator: " + cannotStart.getMessage());
            System.exit(COULD_NOT_START);
        }
    }

    private static void run(CommandLine commandLine) {
        ControlServer.requireFree(commandLine.controlPort());
        GatewaySimulator simulator = GatewaySimulator.start(commandLine.config());
        if (commandLine.transcript() != null) {
            simulator.witness().startTranscript(commandLine.transcript());
        }
        // from here on the control interface sets up logging, to the same
        System.clearProperty(LOG_PROPERTY);
        ControlServer control = ControlServer.start(simulator, commandLine.controlPort());
        String second = commandLine.config().gateways().secondPort() == null ? "" : " and " + simulator.secondPort();
        System.out.println(
                "simulator ready: wire port " + simulator.port() + second + ", control port " + control.port());
        if (commandLine.scenario() != null) {
            simulator.scenarios().play(commandLine.scenario());
        }
    }
}
