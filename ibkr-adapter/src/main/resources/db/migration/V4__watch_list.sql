-- Changes made to the configured watch list while the service runs, by desk's name; they outlive restarts.
create table adapter.ib_watch_list (
    symbol     text        primary key,
    contract   text        not null,
    priority   integer     not null,
    wanted     boolean     not null,
    changed_at timestamptz not null
);
