package com.quanticity.ibkr.adapter.contract;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The watch list with what the broker said about each entry, read only. */
@RestController
class ContractController {

    private final ContractDirectory directory;

    ContractController(ContractDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/api/v1/contracts")
    List<ContractView> contracts() {
        return directory.views();
    }
}
