package com.quanticity.ibkr.adapter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service on client id 1: the only one that sends orders in normal operation. */
@SpringBootApplication
@EnableConfigurationProperties(AdapterProperties.class)
public class IbkrAdapterApplication {

    public static void main(String[] args) {
        SpringApplication.run(IbkrAdapterApplication.class, args);
    }
}
