package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A console that cannot be what it should be says so in one line and does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void doesNotStartWithoutUsers(CapturedOutput output) {
        refuses(List.of());

        assertThat(output).contains("cannot start: ibkr.console.users is empty").doesNotContain("\tat ");
    }

    @Test
    void doesNotStartWithAPasswordInClearTextAgainstAnUnknownEnvironment(CapturedOutput output) {
        refuses(List.of(
                "--ibkr.console.users[0].name=ann",
                "--ibkr.console.users[0].password={noop}secret",
                "--ibkr.console.users[0].role=trader"));

        assertThat(output)
                .contains("cannot start: the password of console user 'ann' is written in clear text")
                .doesNotContain("secret");
    }

    @Test
    void doesNotStartWithAMisspeltProperty(CapturedOutput output) {
        refuses(List.of(
                "--ibkr.console.maximum-vewers=3",
                "--ibkr.console.environment=SIM",
                "--ibkr.console.users[0].name=ann",
                "--ibkr.console.users[0].password={noop}secret",
                "--ibkr.console.users[0].role=trader"));

        assertThat(output).contains("cannot start: unknown property ibkr.console.maximum-vewers");
    }

    private static void refuses(List<String> arguments) {
        FreshDatabase database = RealPostgres.freshDatabase();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--server.port=0",
                "--spring.main.register-shutdown-hook=false",
                "--ibkr.service.token=token-of-the-test",
                "--spring.data.redis.host=" + RealRedis.host(),
                "--spring.data.redis.port=" + RealRedis.port(),
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        assertThatThrownBy(() -> SpringApplication.run(ConsoleApplication.class, all.toArray(String[]::new)))
                .isInstanceOf(RuntimeException.class);
    }
}
