-- Where a key that was canceled before it was created counts on from, after a repair.
alter table requested_key add column snapshot_revision bigint default 1 not null;
alter table requested_key add column entry_sequence bigint default 1 not null;
