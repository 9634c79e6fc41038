package com.quanticity.ibkr.replay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service that plays recordings. It sends no orders. */
@SpringBootApplication
@EnableConfigurationProperties(ReplayProperties.class)
public class ExecutionReplayApplication {

    public static void main(String[] args) {
        SpringApplication.run(ExecutionReplayApplication.class, args);
    }
}
