package com.quanticity.ibkr.execution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the execution-engine. It holds no session with the broker. */
@SpringBootApplication
@EnableConfigurationProperties(ExecutionProperties.class)
public class ExecutionEngineApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ExecutionEngineApplication.class, arguments);
    }
}
