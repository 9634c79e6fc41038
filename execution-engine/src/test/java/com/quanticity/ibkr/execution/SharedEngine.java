package com.quanticity.ibkr.execution;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that take nothing away one engine and one adapter together; both are closed after the last test. */
public final class SharedEngine implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningEngine.class || type == PlayedAdapter.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Parts parts = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedEngine.class))
                .computeIfAbsent(Parts.class, _ -> Parts.start(), Parts.class);
        return parameter.getParameter().getType() == RunningEngine.class ? parts.engine : parts.adapter;
    }

    private record Parts(RunningEngine engine, PlayedAdapter adapter) implements AutoCloseable {

        static Parts start() {
            // Nothing is compared until a test plays a witness.
            RunningEngine engine = RunningEngine.start("ibkr.reconcile.every=100ms", "ibkr.reconcile.tolerance=300ms");
            return new Parts(engine, new PlayedAdapter(engine.prefix()));
        }

        @Override
        public void close() {
            adapter.close();
            engine.close();
        }
    }
}
