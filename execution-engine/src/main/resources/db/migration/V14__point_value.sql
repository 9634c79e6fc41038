-- What one unit of the price is worth on one share or contract. What was recorded before counts it as one, which is right for stocks.
alter table fills add column point_value numeric not null default 1;
alter table positions add column point_value numeric not null default 1;
alter table strategy_positions add column point_value numeric not null default 1;
