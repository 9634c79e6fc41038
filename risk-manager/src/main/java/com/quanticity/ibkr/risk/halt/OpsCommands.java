package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsCommand.Halt;
import com.quanticity.ibkr.model.ops.OpsCommand.Reduce;
import com.quanticity.ibkr.model.ops.OpsCommand.Resume;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Takes operator commands off {@code ops.command} and answers each on {@code ops.reply}. Runs on the subscription's thread. */
final class OpsCommands implements AutoCloseable {

    private static final ConsumerGroup GROUP = ConsumerGroup.of("risk-manager-ops");

    private final StreamBus bus;
    private final TradingControl control;
    private final MeterRegistry meters;
    private @Nullable StreamSubscription subscription;

    OpsCommands(StreamBus bus, TradingControl control, MeterRegistry meters) {
        this.bus = bus;
        this.control = control;
        this.meters = meters;
    }

    synchronized void start() {
        subscription = bus.consume(Topics.OPS_COMMAND, GROUP, StreamHandler.each(this::handle));
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void handle(Envelope<OpsCommand> message) {
        OpsReply reply = switch (message.data()) {
            case Halt halt -> control.halt(halt);
            case Reduce reduce -> control.reduce(reduce);
            case Resume resume -> control.resume(resume, message.at());
        };
        bus.publish(Topics.OPS_REPLY, reply.commandId(), reply);
        meters.counter(
                        RiskMeter.COMMANDS.meterName(),
                        "outcome",
                        reply.outcome().name())
                .increment();
    }
}
