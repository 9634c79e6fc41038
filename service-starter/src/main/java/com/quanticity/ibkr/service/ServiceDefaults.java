package com.quanticity.ibkr.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds {@code service-defaults.properties} behind every other source of configuration. */
final class ServiceDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "service-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "service defaults", new ClassPathResource(FILE, ServiceDefaults.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is not in the jar", e);
        }
    }
}
