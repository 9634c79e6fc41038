package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the broker grants and refuses. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    @Bean
    EntitlementAlarms entitlementAlarms(AdapterAlarms alarms, GatewaySession session) {
        return new EntitlementAlarms(alarms, session::marketDataType);
    }

    @Bean
    EntitlementBook entitlementBook(EntitlementAlarms alarms, Clock clock) {
        return new EntitlementBook(alarms, clock);
    }

    @Bean
    EntitlementWatch entitlementWatch(EntitlementBook book) {
        return new EntitlementWatch(book);
    }

    @Bean
    DepthExchanges depthExchanges(GatewaySession session) {
        return new DepthExchanges(session);
    }

    @Bean
    EntitlementController entitlementController(
            EntitlementBook book,
            DepthExchanges depthExchanges,
            GatewaySession session,
            ContractDirectory contracts,
            Clock clock) {
        return new EntitlementController(book, depthExchanges, session::marketDataType, contracts::contracts, clock);
    }
}
