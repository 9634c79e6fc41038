package com.quanticity.ibkr.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GatewaySimulatorApplication {

    public static void main(String[] args) {
        SpringApplication.run(GatewaySimulatorApplication.class, args);
    }
}
