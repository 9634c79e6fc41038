package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState.MarketState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The market: where it is, and the start of one that is held. */
@RestController
@RequestMapping("/api/v1/market")
class MarketController {

    private final GatewaySimulator simulator;

    MarketController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    MarketState market() {
        return simulator.state().market();
    }

    /** Lets a held recording begin; one that runs goes on. Answers with the market as it is then. */
    @PostMapping("/play")
    MarketState play() {
        simulator.play();
        return market();
    }
}
