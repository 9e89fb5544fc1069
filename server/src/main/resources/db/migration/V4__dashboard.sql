-- Valid on H2 (MODE=MariaDB) and on MariaDB alike. Times are UTC.

-- Operators who are logged in: no token stands here, only what proves one.
create table operator_session (
    seal varchar(64) not null primary key,
    expires_at datetime(6) not null
) default character set utf8mb4 collate utf8mb4_nopad_bin;

create index operator_session_by_expiry on operator_session (expires_at);

-- What browsers reported about their calls, as counts per hour: nobody can be found in it.
create table client_report (
    reported_in datetime(6) not null,
    kind varchar(20) not null,
    what varchar(40) not null,
    browser varchar(20) not null,
    reports bigint not null,
    primary key (reported_in, kind, what, browser)
) default character set utf8mb4 collate utf8mb4_nopad_bin;
