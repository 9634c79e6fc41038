package com.quanticity.ibkr.gateway.conformance;

import com.quanticity.ibkr.gateway.GatewayBinding;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;

/**
 * The contract suite: a binding's test extends this class and says how to make one. Every case starts a simulator of its own whose
 * clock stands still until the case moves it.
 */
@Timeout(60)
public abstract class GatewayBindingContract {

    /** A binding that has not been used yet. */
    protected abstract GatewayBinding binding();

    @Nested
    class Connecting extends ConnectingCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }

    @Nested
    class Ending extends EndingCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }

    @Nested
    class MarketData extends MarketDataCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }

    @Nested
    class Orders extends OrderCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }

    @Nested
    class Executions extends ExecutionCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }

    @Nested
    class Answers extends AnswerCases {
        @Override
        GatewayBinding binding() {
            return GatewayBindingContract.this.binding();
        }
    }
}
