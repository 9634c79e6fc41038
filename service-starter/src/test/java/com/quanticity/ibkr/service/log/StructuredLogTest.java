package com.quanticity.ibkr.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTest {

    private static final String LINE = "order rejected clientOrderId=01J9 clientId=1 errorCode=201 account=DU1234567";

    /** Boot leaves the choice of format behind for the whole process. */
    @AfterEach
    void forgetTheFormat() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    void writesOurFieldsAsJson(String format, CapturedOutput output) {
        log("--logging.structured.format.console=" + format);

        JsonNode line = JsonMapper.shared().readTree(lineOf(output));
        assertThat(line.path("message").asString()).startsWith("order rejected clientOrderId=01J9");
        assertThat(line.path("errorCode").asString()).isEqualTo("201");
        assertThat(line.path("correlationId").asString()).isEqualTo("01J9");
        assertThat(line.path("clientId").asString()).isEqualTo("1");
        assertThat(output.getOut()).doesNotContain("DU1234567").contains("DU***");
    }

    @Test
    void masksAccountNumbersInPlainLinesToo(CapturedOutput output) {
        log();

        assertThat(lineOf(output)).endsWith("errorCode=201 account=DU***");
    }

    private static void log(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            LoggerFactory.getLogger(StructuredLogTest.class).warn(LINE);
        }
    }

    private static String lineOf(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("order rejected"))
                .findFirst()
                .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
