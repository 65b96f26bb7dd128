-- The note of an entry that had to wait leads back to the request that caused it, not to the one that filled the gap.
alter table parked_entry add column trace_parent varchar(60);
