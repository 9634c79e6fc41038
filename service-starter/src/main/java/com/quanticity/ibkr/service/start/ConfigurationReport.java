package com.quanticity.ibkr.service.start;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Prints what a service runs with: every value of its {@code ibkr.*} records, secrets masked, with the origin of what was set. */
final class ConfigurationReport implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReport.class);
    private static final String OUR_PREFIX = "ibkr";

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        Map<String, Object> values = new TreeMap<>();
        ConfigurationPropertiesBean.getAll(event.getApplicationContext()).values().stream()
                .filter(bean -> bean.getAnnotation().value().startsWith(OUR_PREFIX))
                .forEach(bean -> top(bean, values));
        Environment environment = event.getApplicationContext().getEnvironment();
        values.forEach((name, value) ->
                LOG.info("configuration {}={} origin={}", name, Words.shown(name, value), origin(environment, name)));
    }

    private static void top(ConfigurationPropertiesBean bean, Map<String, Object> values) {
        if (bean.getInstance() instanceof Record record) {
            components(bean.getAnnotation().value(), record, values);
        }
    }

    private static void collect(String prefix, @Nullable Object value, Map<String, Object> values) {
        if (value instanceof Record record && record.getClass().getRecordComponents().length > 1) {
            components(prefix, record, values);
        } else {
            values.put(prefix, value == null ? "absent" : value);
        }
    }

    /** A record of one component, below the top, is a value type such as an id. */
    private static void components(String prefix, Record record, Map<String, Object> values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            collect(prefix + "." + kebab(component.getName()), read(record, component), values);
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("unreadable configuration record " + record.getClass(), e);
        }
    }

    private static String origin(Environment environment, String name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
            if (property != null) {
                return property.getOrigin() == null
                        ? "set"
                        : property.getOrigin().toString();
            }
        }
        return "default";
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
