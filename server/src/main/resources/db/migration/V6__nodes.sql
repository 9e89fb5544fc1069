-- Valid on H2 (MODE=MariaDB) and on MariaDB alike. Times are UTC.

-- The processes that serve these rooms. One that lets its lease end is taken for dead.
create table node (
    node_id varchar(64) not null primary key,
    node_name varchar(64) not null,
    started_at datetime(6) not null,
    lease_until datetime(6) not null
) default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who looks after a seat: the node where its connection is, or was taken over. No foreign key: with
-- one, every new seat would lock the row of its node, and the renewal of the lease would wait for it.
alter table room_user add column node_id varchar(64) not null default 'before-nodes';
alter table room_user alter column node_id drop default;
create index room_user_by_node on room_user (node_id, gone_at);
drop index room_user_by_gone_at on room_user;
