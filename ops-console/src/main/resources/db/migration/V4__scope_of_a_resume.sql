alter table approvals add column scope text not null default 'firm';
comment on column approvals.scope is 'What is to be resumed: firm, strategy:NAME or instrument:SYMBOL.';
