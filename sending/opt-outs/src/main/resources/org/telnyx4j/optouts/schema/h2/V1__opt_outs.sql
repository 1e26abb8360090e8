-- telnyx4j opt-outs, version 1, for H2 2.2 and later.
-- OptOutSchema.apply(dataSource) runs this script; it can also be run by hand or by a migration tool, in one transaction.

-- What is committed is written at once, and not up to a second later. The database keeps this setting.
set write_delay 0;

create table telnyx4j_opt_outs_schema (
  version integer not null primary key,
  applied_at timestamp with time zone not null default current_timestamp
);

-- The last that is known of whether a recipient wants the messages of a scope. Numbers are private.
create table telnyx4j_opt_outs (
  -- Empty for that of the client itself.
  account varchar(500) not null,
  recipient varchar(500) not null,
  -- PROFILE, SENDER or ACCOUNT, and the id of that.
  scope_kind varchar(500) not null,
  scope_id varchar(500) not null,
  opted_out boolean not null,
  changed_at timestamp(6) with time zone not null,
  source varchar(500) not null,
  primary key (account, recipient, scope_kind, scope_id)
);

-- By which messaging profile senders send.
create table telnyx4j_opt_outs_senders (
  account varchar(500) not null,
  sender varchar(500) not null,
  messaging_profile_id varchar(500) not null,
  seen_at timestamp(6) with time zone not null,
  primary key (account, sender)
);

insert into telnyx4j_opt_outs_schema (version) values (1);
