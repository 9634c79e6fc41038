package com.quanticity.ibkr.quickstart.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void usesUsualNumbersExceptChosenOnes() throws CannotStartException {
        Ports ports = Ports.usualExcept(Map.of(Port.CONSOLE, 9000));

        assertThat(ports.of(Port.CONSOLE)).isEqualTo(9000);
        assertThat(ports.of(Port.REDIS)).isEqualTo(16379);
    }

    @Test
    void picksDifferentFreeNumbers() throws CannotStartException {
        Ports ports = Ports.freeExcept(Map.of(Port.GATEWAY, 4002));

        assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates();
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(4002);
        assertThat(ports.busy(EnumSet.complementOf(EnumSet.of(Port.GATEWAY)))).isEmpty();
    }

    @Test
    void refusesTheSameNumberTwice() {
        assertThatThrownBy(() -> Ports.usualExcept(Map.of(Port.CONSOLE, 16379)))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("--redis-port and --console-port are both 16379: give them different ports");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.usualExcept(Map.of(Port.CONSOLE, 70_000)))
                .hasMessage("--console-port 70000 is no port: use 1 to 65535");
    }

    @Test
    void findsBusyPortsAndTheirHolder() throws IOException, CannotStartException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.freeExcept(Map.of(Port.RISK, taken.getLocalPort()));

            assertThat(ports.busy(EnumSet.allOf(Port.class))).containsExactly(Port.RISK);
            assertThat(PortHolder.of(taken.getLocalPort()))
                    .hasValueSatisfying(who -> assertThat(who)
                            .startsWith("pid " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void knowsNoHolderOfAFreePort() throws CannotStartException {
        int free = Ports.freeExcept(Map.of()).of(Port.REDIS);

        assertThat(PortHolder.of(free)).isEmpty();
    }
}
