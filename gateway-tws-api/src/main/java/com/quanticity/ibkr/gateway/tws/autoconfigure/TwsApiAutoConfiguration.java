package com.quanticity.ibkr.gateway.tws.autoconfigure;

import com.ib.client.EClientSocket;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.autoconfigure.GatewayAutoConfiguration;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.tws.TwsApiBindings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The official binding, whenever this module and IB's client are in the application. */
@AutoConfiguration(before = GatewayAutoConfiguration.class)
@ConditionalOnClass(EClientSocket.class)
@ConditionalOnProperty(name = "ibkr.gateway.enabled", matchIfMissing = true)
public class TwsApiAutoConfiguration {

    @Bean
    GatewayBinding officialGatewayBinding(ObjectProvider<Clock> clock, ObjectProvider<WireTap> tap) {
        return TwsApiBindings.binding(clock.getIfAvailable(Clock::systemUTC), tap.getIfAvailable(() -> WireTap.OFF));
    }
}
