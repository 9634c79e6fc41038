package com.quanticity.ibkr.execution.audit;

import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.audit.AuditOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final String TABLE = "execution.audit_outbox";

    @Bean(destroyMethod = "")
    AuditOutbox auditOutbox(JdbcTemplate database, StreamBus bus, MeterRegistry meters) {
        return new AuditOutbox(database, TABLE, bus, meters);
    }

    @Bean
    SmartLifecycle auditOutboxLifecycle(AuditOutbox outbox) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                outbox.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                outbox.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    /** Behind the security chain: what was refused for want of a token is no request of a client. */
    @Bean
    FilterRegistrationBean<RequestAuditFilter> requestAuditFilter(AuditOutbox outbox, Clock clock) {
        FilterRegistrationBean<RequestAuditFilter> filter =
                new FilterRegistrationBean<>(new RequestAuditFilter(outbox, clock));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(0);
        return filter;
    }
}
