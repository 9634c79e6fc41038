package com.quanticity.ibkr.gateway.tws.bag;

import com.quanticity.ibkr.gateway.request.ScannerSubscription;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;
import org.mapstruct.factory.Mappers;

/** Scanners. */
@Mapper(config = BagMapping.class, uses = Values.class)
public interface ScannerBags {

    ScannerBags BAGS = Mappers.getMapper(ScannerBags.class);

    /** The client's form of a scanner. */
    default com.ib.client.ScannerSubscription bag(ScannerSubscription subscription) {
        com.ib.client.ScannerSubscription bag = new com.ib.client.ScannerSubscription();
        fill(subscription, bag);
        return bag;
    }

    void fill(ScannerSubscription subscription, @MappingTarget com.ib.client.ScannerSubscription bag);
}
