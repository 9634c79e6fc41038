package com.quanticity.ibkr.adapter.lock;

import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears the locks. */
@Configuration(proxyBeanMethods = false)
class LockConfiguration {

    @Bean
    InstrumentLockView instrumentLockView() {
        return new InstrumentLockView();
    }

    @Bean
    StartStop instrumentLockLifecycle(StreamBus bus, InstrumentLockView view) {
        List<StreamSubscription> tails = new ArrayList<>();
        return new StartStop(
                Step.LISTEN,
                () -> tails.add(
                        bus.tail(Topics.RECONCILE_LOCK, TailFrom.LAST, message -> view.onLocks(message.data()))),
                () -> tails.forEach(StreamSubscription::close));
    }
}
