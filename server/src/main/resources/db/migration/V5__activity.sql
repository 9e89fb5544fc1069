-- What happened, for dashboards. Keyed by texts, not by foreign keys: it outlives rooms and members.
-- kind: create, join, leave or chat. room is the title. at is UTC. message is a JWE, never text.
create table activity (
    event_id varchar(36) not null primary key,
    kind varchar(10) not null,
    room varchar(100) not null,
    nickname varchar(20) not null,
    sid varchar(64),
    at datetime(3) not null,
    node varchar(64) not null,
    message varchar(12000)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

create index activity_by_time on activity (at);
create index activity_by_kind on activity (kind, at);
create index activity_by_room on activity (room, at);
