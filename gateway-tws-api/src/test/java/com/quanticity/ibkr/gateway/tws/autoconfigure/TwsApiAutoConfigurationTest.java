package com.quanticity.ibkr.gateway.tws.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ib.client.EClientSocket;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.tws.TwsApiBindings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TwsApiAutoConfigurationTest {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TwsApiAutoConfiguration.class));

    @Test
    void offersTheOfficialBinding() {
        contexts.run(context ->
                assertThat(context.getBean(GatewayBinding.class).name()).isEqualTo(TwsApiBindings.NAME));
    }

    @Test
    void offersNothingWithoutTheClientOrWithoutAGateway() {
        contexts.withClassLoader(new FilteredClassLoader(EClientSocket.class))
                .run(context -> assertThat(context).doesNotHaveBean(GatewayBinding.class));
        contexts.withPropertyValues("ibkr.gateway.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(GatewayBinding.class));
    }
}
