package com.quanticity.ibkr.service;

import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Runs the sample service on a free port with real servers; all tests with it share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "ibkr.service.token=" + RunsSampleService.TOKEN,
            "ibkr.sample.api-password=very-secret"
        })
@ContextConfiguration(initializers = RunsSampleService.Servers.class)
public @interface RunsSampleService {

    String TOKEN = "a-token-of-the-test";

    /** The servers' places. */
    final class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = RealPostgres.freshDatabase();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "spring.data.redis.host=" + RealRedis.host(),
                    "spring.data.redis.port=" + RealRedis.port(),
                    "spring.datasource.url=" + database.jdbcUrl(),
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password());
        }
    }
}
