-- Of a combination's order the broker tells one execution of the combination, which fills the order and moves no position, and one for each
-- leg, which moves a position and does not fill the order.
alter table fills add column part text not null default 'WHOLE';
