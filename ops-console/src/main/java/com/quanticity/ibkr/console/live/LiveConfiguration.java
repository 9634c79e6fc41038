package com.quanticity.ibkr.console.live;

import com.quanticity.ibkr.console.ConsoleProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LivePage livePage(List<Panel> panels, ITemplateEngine templates, MeterRegistry meters) {
        return new LivePage(panels, new PieceRenderer(templates, meters));
    }

    @Bean
    Viewers viewers(LivePage page, JsonMapper json, Clock clock, ConsoleProperties properties, MeterRegistry meters) {
        return new Viewers(page, json, clock, properties.maximumViewers(), meters);
    }

    @Bean
    LiveLoop liveLoop(LivePage page, Viewers viewers, Clock clock) {
        return new LiveLoop(page, viewers, clock);
    }
}
