-- telnyx4j pacing, version 1, for H2 2.2 and later.
-- PacingSchema.apply(dataSource) runs this script; it can also be run by hand or by a migration tool.

-- What is committed is written at once, and not up to a second later. The database keeps this setting.
set write_delay 0;

create table telnyx4j_pacing_schema (
  version integer not null primary key,
  applied_at timestamp with time zone not null default current_timestamp
);

-- A limit is divided into slots, and each process leases some of them. Times are milliseconds since 1970 by the clock of
-- the database.
create table telnyx4j_pacing_slots (
  -- Account and limit, such as main/sender:+13125550100.
  limit_key varchar(500) not null,
  slot integer not null,
  -- The process that has it; null if it is free.
  holder varchar(500),
  leased_until bigint not null,
  -- What its last holder has sent counts until then.
  usable_from bigint not null,
  primary key (limit_key, slot)
);

create index telnyx4j_pacing_slots_old on telnyx4j_pacing_slots (leased_until);

-- Which processes use a limit at the moment, and how many slots each could use.
create table telnyx4j_pacing_members (
  limit_key varchar(500) not null,
  holder varchar(500) not null,
  wanted integer not null,
  seen_until bigint not null,
  primary key (limit_key, holder)
);

create index telnyx4j_pacing_members_old on telnyx4j_pacing_members (seen_until);

insert into telnyx4j_pacing_schema (version) values (1);
