package com.quanticity.ibkr.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a gateway simulator on a free port for each test of a class, or for one test method, and closes it afterwards.
 *
 * <pre>{@code
 * @SimulatedGateway(start = "2026-03-02T15:00:00Z", seed = 7)
 * class StrategyTest {
 *
 *     @Test
 *     void survivesALostLinkInAFillBurst(GatewayControl gateway) {
 *         MyClient client = MyClient.connect(gateway.host(), gateway.port(), 1);
 *         gateway.playSteps("- {on: third fill, drop: 1}");
 *
 *         client.buy("SPY", 1000);
 *         gateway.advance(Duration.ofSeconds(10));
 *
 *         assertThat(client.position("SPY")).isEqualTo(gateway.position(1, "SPY"));
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SimulatedGatewayExtension.class)
public @interface SimulatedGateway {

    /** Seed of the market and of everything else that is by chance. */
    long seed() default 7;

    /**
     * The moment at which the simulator's clock starts, such as {@code 2026-03-02T15:00:00Z}; empty for the machine's clock. With a
     * start the clock stands still until {@link GatewayControl#advance} moves it, unless {@link #clockSpeed} is above zero.
     */
    String start() default "";

    /** Simulated seconds in one real second, with {@link #start}; 0 for a clock that is moved by the test. */
    double clockSpeed() default 0;

    /** Code of the first account; empty for DU1234567. */
    String account() default "";

    /** US dollars of the first account at the start; empty for one million. */
    String cash() default "";

    /** Highest protocol version, 176 to 200. */
    int serverVersion() default 200;

    /** Whether a second gateway of the same broker listens on a port of its own. */
    boolean secondGateway() default false;

    /** A bundled scenario or a YAML file that starts with the test; empty for none. */
    String scenario() default "";
}
