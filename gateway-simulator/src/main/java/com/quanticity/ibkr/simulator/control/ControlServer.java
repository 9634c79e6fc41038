package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running control interface. Closing it closes the simulator, too. */
public final class ControlServer implements AutoCloseable {

    /** How the program logs; a resource of its own name, since this jar is on other modules' test class paths. */
    public static final String LOG_CONFIGURATION = "gateway-simulator-logback.xml";

    private final ConfigurableApplicationContext context;

    private ControlServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the interface of a simulator on the loopback address.
     *
     * @param port 0 for any free one
     */
    public static ControlServer start(GatewaySimulator simulator, int port) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ControlConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        // other modules have this jar on their test class path: it must not bring an application.yaml
                        "spring.config.name",
                        "gateway-simulator",
                        "logging.config",
                        "classpath:" + LOG_CONFIGURATION,
                        "server.port",
                        port))
                .initializers(applicationContext -> register(applicationContext, simulator))
                .run();
        return new ControlServer(context);
    }

    private static void register(ConfigurableApplicationContext context, GatewaySimulator simulator) {
        ((GenericApplicationContext) context).registerBean(GatewaySimulator.class, () -> simulator);
    }

    /**
     * Fails early when the port is taken, before anything else is started.
     *
     * @throws SimulatorStartException with what to do
     */
    public static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new SimulatorStartException(
                    "control port " + port + " cannot be used (" + taken.getMessage()
                            + "): stop what listens there or choose another --control-port",
                    taken);
        }
    }

    public int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("the control interface has no web server");
    }

    @Override
    public void close() {
        context.close();
    }
}
