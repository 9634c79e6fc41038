package com.quanticity.ibkr.simulator.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Takes the auto-configurations that the control interface is made of and no others: in another module's tests the class
 * path also holds databases, streams and the gateway client, which would all want to be configured.
 */
final class ControlAutoConfigurations extends AutoConfigurationImportSelector {

    private static final List<String> TAKEN = List.of(
            "actuate",
            "autoconfigure",
            "health",
            "http",
            "jackson",
            "micrometer",
            "servlet",
            "tomcat",
            "web",
            "webmvc");

    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
    }

    @Override
    protected List<String> getCandidateConfigurations(
            AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(name ->
                        TAKEN.stream().anyMatch(part -> name.startsWith("org.springframework.boot." + part + ".")))
                .toList();
    }
}
