-- Valid on H2 (MODE=MariaDB) and on MariaDB alike. Times are UTC. Texts compare by their bytes on
-- both, so that two titles are the same on one database exactly when they are on the other.

create table room (
    room_id varchar(64) not null primary key,
    room_name varchar(100) not null,
    room_capacity int not null,
    room_password varchar(100),
    room_create_at datetime(6) not null,
    room_enter_user int not null default 0,
    room_expires_at datetime(6),
    constraint room_name_unique unique (room_name)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

create index room_by_age on room (room_create_at, room_id);
create index room_by_expiry on room (room_expires_at);

create table room_user (
    user_id bigint not null auto_increment primary key,
    user_nickname varchar(20) not null,
    user_create_at datetime(6) not null,
    room_id varchar(64) not null,
    socket_id varchar(100) not null,
    sid varchar(64) not null,
    away_since datetime(6),
    gone_at datetime(6),
    gone_reason varchar(10),
    constraint room_user_nickname_unique unique (room_id, user_nickname),
    constraint room_user_socket_unique unique (socket_id),
    constraint room_user_sid_unique unique (sid),
    constraint room_user_room foreign key (room_id) references room (room_id)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

create index room_user_by_gone_at on room_user (gone_at);

-- Who hears whom: evidence that somebody whose connection dropped is still in the call.
create table room_user_heard (
    of_sid varchar(64) not null,
    by_sid varchar(64) not null,
    primary key (of_sid, by_sid),
    constraint heard_of foreign key (of_sid) references room_user (sid) on delete cascade,
    constraint heard_by foreign key (by_sid) references room_user (sid) on delete cascade
) default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Outlives the member and the room on purpose: expires_at is set when the member is gone.
create table resume_token (
    token_hash varchar(64) not null primary key,
    sid varchar(64) not null,
    room_id varchar(64) not null,
    user_nickname varchar(20) not null,
    issued_at datetime(6) not null,
    expires_at datetime(6)
) default character set utf8mb4 collate utf8mb4_nopad_bin;

create index resume_token_by_sid on resume_token (sid);
create index resume_token_by_expiry on resume_token (expires_at);
