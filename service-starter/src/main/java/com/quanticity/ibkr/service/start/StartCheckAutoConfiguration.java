package com.quanticity.ibkr.service.start;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Asks the servers a service needs whether they are there, before anything else uses them. */
@AutoConfiguration
public class StartCheckAutoConfiguration {

    /** Services with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HikariDataSource.class)
    static class Postgres {

        @Bean
        static PostgresCheck postgresCheck() {
            return new PostgresCheck();
        }
    }

    /** Services with Redis. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RedisConnectionFactory.class)
    static class Redis {

        @Bean
        static RedisCheck redisCheck() {
            return new RedisCheck();
        }
    }
}
