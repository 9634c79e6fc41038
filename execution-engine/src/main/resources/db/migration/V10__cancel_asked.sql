-- When a cancel was last asked for: one that is refused or not answered is asked for again.
alter table child_orders add column cancel_asked_at timestamptz;
update child_orders set cancel_asked_at = cancel_requested_at where cancel_requested_at is not null;
