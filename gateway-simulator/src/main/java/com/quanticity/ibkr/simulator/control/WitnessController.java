package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.ClientReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.FillReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.StreamReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What really happened, to compare a client's books with. */
@RestController
@RequestMapping("/api/v1/witness")
class WitnessController {

    private final GatewaySimulator simulator;

    WitnessController(GatewaySimulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping
    WitnessReport report() {
        return simulator.witness().report();
    }

    /** Every order with every state change. */
    @GetMapping("/orders")
    List<OrderReport> orders() {
        return report().orders();
    }

    @GetMapping("/orders/{clientId}/{orderId}")
    OrderReport order(@PathVariable int clientId, @PathVariable int orderId) {
        OrderReport order = report().order(clientId, orderId);
        if (order == null) {
            throw new ControlProblem(
                    HttpStatus.NOT_FOUND,
                    "client " + clientId + " has no order " + orderId + ": GET /api/v1/witness/orders lists them");
        }
        return order;
    }

    @GetMapping("/fills")
    List<FillReport> fills() {
        return report().fills();
    }

    @GetMapping("/clients/{id}")
    ClientReport client(@PathVariable int id) {
        ClientReport client = report().client(id);
        if (client == null) {
            throw new ControlProblem(
                    HttpStatus.NOT_FOUND,
                    "client id " + id + " was never here: GET /api/v1/witness lists those that were");
        }
        return client;
    }

    /** What went out for each subscription to market data, of one client when it is given. */
    @GetMapping("/streams")
    List<StreamReport> streams(@RequestParam(required = false) @Nullable Integer client) {
        return simulator.witness().streams().stream()
                .filter(stream -> client == null || stream.clientId() == client)
                .toList();
    }

    /** Starts to keep the bytes of every session in memory; an earlier transcript is forgotten. */
    @PostMapping("/transcript")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startTranscript() {
        simulator.witness().startTranscript();
    }

    /** The transcript so far, one frame a line. */
    @GetMapping(path = "/transcript", produces = MediaType.TEXT_PLAIN_VALUE)
    String transcript() {
        return String.join("\n", simulator.witness().transcript()) + "\n";
    }

    @DeleteMapping("/transcript")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endTranscript() {
        simulator.witness().endTranscript();
    }
}
