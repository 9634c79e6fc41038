#!/usr/bin/env python3
"""Takes quotes, ticks and bars as a consumer group, in order and at least once, and survives restarts of Redis.

    pip install redis
    python3 samples/python/market_data_consumer.py [redis://127.0.0.1:6379] [group]

Every group sees everything; the consumers of one group share it. What was taken and not acknowledged, because this program or Redis
went away, comes again first. The lines of market.quote and market.trade are described in docs/streams.md.
"""

import json
import os
import sys
import time
from decimal import Decimal
from typing import NamedTuple, Optional

import redis

STREAMS = ["market.quote", "market.trade", "market.bar"]
DATA_TYPES = {"1": "LIVE", "2": "FROZEN", "3": "DELAYED", "4": "DELAYED_FROZEN"}
ESCAPES = {"p": "|", "n": "\n", "r": "\r", "\\": "\\"}


class Quote(NamedTuple):
    symbol: str
    contract_id: int
    bid: Optional[Decimal]
    bid_size: Optional[Decimal]
    ask: Optional[Decimal]
    ask_size: Optional[Decimal]
    last: Optional[Decimal]
    last_size: Optional[Decimal]
    data_type: str
    connection: int
    sequence: int
    received_at_nanos: int


class Trade(NamedTuple):
    symbol: str
    price: Decimal
    size: Optional[Decimal]
    exchange: str
    conditions: str
    history: bool
    connection: int
    sequence: int


def text(field):
    """A text field without its escapes."""
    if "\\" not in field:
        return field
    plain, characters = [], iter(field)
    for character in characters:
        plain.append(ESCAPES[next(characters)] if character == "\\" else character)
    return "".join(plain)


def decimal(field):
    """Prices are decimals, never binary floating point; an empty field is absent."""
    return Decimal(field) if field else None


def lines(entry):
    """The fields of each line. Only a line feed ends a line, so not splitlines()."""
    return (line.split("|") for line in entry["d"].split("\n") if line)


def quotes(entry):
    for f in lines(entry):
        yield Quote(text(f[0]), int(f[1]), *(decimal(x) for x in f[2:8]), DATA_TYPES.get(f[10], "UNKNOWN"), *(int(x) for x in f[11:14]))


def ticks(entry):
    """(connection, sequence, trade or None): bids and asks (B) and mid-points (M) are numbered too, and passed over here."""
    for f in lines(entry):
        place = int(f[3]), int(f[4])
        if f[0] in "LA":
            yield *place, Trade(text(f[1]), Decimal(f[8]), decimal(f[9]), text(f[10]), text(f[11]), f[6] == "1", *place)
        else:
            yield *place, None


class LastSeen:
    """Tells repeats and gaps: the numbers of one connection run from 1 without a hole."""

    def __init__(self):
        self.place = None

    def missing_before(self, connection, sequence):
        """How many are lost before this one; None when it was seen before."""
        before, place = self.place, (connection, sequence)
        if before is not None and place <= before:
            return None
        self.place = place
        if before is None:
            return 0
        return sequence - (before[1] + 1 if connection == before[0] else 1)


class Consumer:
    def __init__(self, server, group, name="python-1", out=print):
        self.server, self.group, self.name, self.out = server, group, name, out
        self.seen = {"market.quote": LastSeen(), "market.trade": LastSeen()}
        self.unfinished = True

    def create_groups(self):
        for stream in STREAMS:
            try:
                self.server.xgroup_create(stream, self.group, id="$", mkstream=True)
            except redis.ResponseError as error:
                if "BUSYGROUP" not in str(error):
                    raise

    def run_once(self, block_millis=1000):
        """Reads what there is, handles it, acknowledges it. What was not finished before comes first."""
        place = "0" if self.unfinished else ">"
        answer = self.server.xreadgroup(self.group, self.name, {stream: place for stream in STREAMS}, count=100, block=block_millis)
        taken = 0
        for stream, entries in answer:
            for entry_id, entry in entries:
                if entry:  # an entry may be trimmed away while it is unfinished
                    self.handle(stream, entry)
                self.server.xack(stream, self.group, entry_id)
                taken += 1
        if self.unfinished and taken == 0:
            self.unfinished = False
        return taken

    def handle(self, stream, entry):
        if int(entry["v"]) > 1:
            raise ValueError(f"{stream} has schema version {entry['v']}; upgrade this reader")
        if stream == "market.quote":
            for quote in quotes(entry):
                if self.is_new(stream, quote.connection, quote.sequence):
                    self.out(f"quote {quote.symbol} {quote.bid} / {quote.ask} {quote.data_type}")
        elif stream == "market.trade":
            for connection, sequence, trade in ticks(entry):
                if self.is_new(stream, connection, sequence) and trade:
                    self.out(f"trade {trade.symbol} {trade.size} @ {trade.price} {trade.exchange}")
        else:
            bar = json.loads(entry["data"])
            self.out(f"bar {bar['symbol']} {bar['start']} close {bar['close']} {bar['source']}")

    def is_new(self, stream, connection, sequence):
        missing = self.seen[stream].missing_before(connection, sequence)
        if missing:
            self.out(f"GAP {missing} lost before {connection}/{sequence} of {stream}")
        return missing is not None

    def run(self):
        pause = 0.1
        while True:
            try:
                self.create_groups()  # Redis may have come back empty
                while True:
                    self.run_once()
                    pause = 0.1
            except (redis.ConnectionError, redis.TimeoutError) as error:
                print(f"Redis is away ({error}); trying again", file=sys.stderr)
            except redis.ResponseError as error:
                if "NOGROUP" not in str(error):
                    raise
            self.unfinished = True
            time.sleep(pause)
            pause = min(pause * 2, 5)


def connect(address):
    return redis.Redis.from_url(address, decode_responses=True, socket_timeout=10, health_check_interval=5)


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("REDIS_URL", "redis://127.0.0.1:6379")
    try:
        Consumer(connect(address), sys.argv[2] if len(sys.argv) > 2 else "sample-python").run()
    except KeyboardInterrupt:
        pass
