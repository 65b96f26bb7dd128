-- What somebody else set is changed at the next sign-in. What is there already was perhaps chosen by its user: it stays.
alter table user_account add column password_change_required boolean default false not null;

-- Generated secrets of machine users; of 256 bits, so a plain hash will do.
create table user_secret (
    id uuid primary key,
    username varchar(100) not null references user_account (username),
    secret_hash varchar(64) not null,
    created_at timestamp with time zone not null,
    created_by varchar(100) not null,
    last_used_at timestamp with time zone
);
create index user_secret_username on user_secret (username, created_at);

-- Attempts to sign in, counted before anything is checked, in windows that begin with the first.
create table sign_in_count (
    counter varchar(300) primary key,
    username varchar(100),
    attempts integer not null,
    ends_at timestamp with time zone not null
);
create index sign_in_count_username on sign_in_count (username);
create index sign_in_count_ends_at on sign_in_count (ends_at);

-- The addresses from which users have signed in: there nobody else's guesses keep them out.
create table sign_in_place (
    username varchar(100) not null,
    address varchar(100) not null,
    last_at timestamp with time zone not null,
    primary key (username, address)
);
create index sign_in_place_last_at on sign_in_place (last_at);

-- Keys for signing what a browser keeps; drawn at first use, the same for all nodes.
create table secret_key (
    name varchar(50) primary key,
    secret varchar(100) not null,
    created_at timestamp with time zone not null
);
