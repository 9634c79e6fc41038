-- The broker's Flex statements as they were imported, one row for each account in a file. Never changed.
create table statements (
    digest      text        not null,
    account     text        not null,
    from_day    date        not null,
    to_day      date        not null,
    generated   text        not null,
    data        jsonb       not null,
    source      text        not null,
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (digest, account, from_day, to_day)
);
create index statements_of_day on statements (account, from_day, to_day);
