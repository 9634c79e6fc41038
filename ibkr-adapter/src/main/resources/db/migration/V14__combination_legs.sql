-- The legs of a combination by contract id and signed ratio, so that its exposure is known before contracts are resolved. Null for one contract.
alter table adapter.ib_order_journal add column legs jsonb;
