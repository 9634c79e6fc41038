package com.quanticity.ibkr.risk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the risk-manager. */
@SpringBootApplication
public class RiskManagerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RiskManagerApplication.class, arguments);
    }
}
