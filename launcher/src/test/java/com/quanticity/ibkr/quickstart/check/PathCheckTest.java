package com.quanticity.ibkr.quickstart.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathCheckTest {

    @Test
    void namesTheStepThatFailed() throws CannotStartException {
        Ports nobody = Ports.freeExcept(Map.of());
        URI nowhere = URI.create("http://127.0.0.1:" + nobody.of(Port.ENGINE));
        PathCheck check = new PathCheck(new CheckTarget(
                nobody.of(Port.REDIS), nobody.of(Port.POSTGRES), "", nowhere, nowhere, "", "SPY", Path.of("logs")));

        check.giveUp();

        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(CheckFailedException.class, failure -> {
                    assertThat(failure.step()).isEqualTo("quoteInRedis");
                    assertThat(failure.report()).containsEntry("failed", "quoteInRedis");
                })
                .hasMessageContaining("Connection refused");
    }
}
