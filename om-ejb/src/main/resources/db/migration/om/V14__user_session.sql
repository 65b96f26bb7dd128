-- Who is signed in to pages. A session that has ended has no row any more.
create table user_session (
    id varchar(36) primary key,
    username varchar(100) not null references user_account (username),
    revision bigint not null,
    started_at timestamp with time zone not null,
    last_used_at timestamp with time zone not null,
    address varchar(100) not null,
    agent varchar(300) not null
);
create index user_session_user on user_session (username, started_at);
