package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.replay.ReplayProperties;
import com.quanticity.ibkr.replay.Step;
import com.quanticity.ibkr.replay.recording.Recordings;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires replays. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    RunTable runTable(JdbcTemplate database, PlatformTransactionManager transactions, StreamBus bus) {
        String stream = ReplayDesk.prefix(bus.prefix(), "%s") + StreamName.MARKET_QUOTE.text();
        return new RunTable(database, new TransactionTemplate(transactions), stream);
    }

    @Bean(destroyMethod = "")
    ReplayDesk replayDesk(
            RunTable table, StreamBus bus, StringRedisTemplate redis, Clock clock, ReplayProperties properties) {
        return new ReplayDesk(new Recordings(properties.recordingsRoot()), table, bus, redis, clock, properties);
    }

    /** Ends running replays while Redis and the database are still there to be told. */
    @Bean
    StartStop replayLifecycle(ReplayDesk desk) {
        return new StartStop(Step.REPLAY, () -> {}, desk::close);
    }
}
