package com.quanticity.ibkr.replay.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.replay.ExecutionReplayApplication;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class PaperSessionIT {

    @TempDir
    private Path recordings;

    @Test
    void connectsToAPaperGateway() {
        try (GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
                ConfigurableApplicationContext service = service(gateway)) {
            PaperSession session = service.getBean(PaperSession.class);

            await().atMost(Duration.ofSeconds(15)).until(() -> session.status().state() == SessionState.READY);
        }
    }

    @Test
    void leavesALiveGatewayForGoodAndSaysWhy() {
        try (GatewaySimulator gateway =
                        GatewaySimulator.start(SimulatorConfig.defaults().withAccount("U1234567"));
                ConfigurableApplicationContext service = service(gateway)) {
            PaperSession session = service.getBean(PaperSession.class);

            await().atMost(Duration.ofSeconds(15)).until(() -> session.status().state() == SessionState.REFUSED);
            await().until(() -> gateway.state().clients().isEmpty());

            session.close();
            SessionEvent last = service.getBean(StreamBus.class)
                    .last(Topics.SESSION_EVENT)
                    .orElseThrow()
                    .data();

            assertThat(session.status().reason()).contains("not paper accounts");
            assertThat(last.state()).as("nothing later hides the refusal").isEqualTo(SessionState.REFUSED);
        }
    }

    private ConfigurableApplicationContext service(GatewaySimulator gateway) {
        RealRedis.declareFirstStart("");
        FreshDatabase database = RealPostgres.freshDatabase();
        SpringApplication application = new SpringApplication(ExecutionReplayApplication.class);
        return application.run(
                "--server.port=0",
                "--ibkr.service.token=replay-test-token-1234",
                "--ibkr.replay.recordings-root=" + recordings,
                "--ibkr.gateway.host=127.0.0.1",
                "--ibkr.gateway.port=" + gateway.port(),
                "--spring.data.redis.host=" + RealRedis.host(),
                "--spring.data.redis.port=" + RealRedis.port(),
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password());
    }
}
