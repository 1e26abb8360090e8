-- telnyx4j outbox, version 1, for H2 2.2 and later.
-- OutboxSchema.apply(dataSource) runs this script; it can also be run by hand or by a migration tool.

-- What is committed is written at once, and not up to a second later. The database keeps this setting.
set write_delay 0;

create table telnyx4j_outbox_schema (
  version integer not null primary key,
  applied_at timestamp with time zone not null default current_timestamp
);

-- One row for each job: the truth about it.
create table telnyx4j_outbox (
  id uuid not null primary key,
  -- Empty where the job has none.
  tenant varchar(500) not null default '',
  kind varchar(500) not null,
  operation varchar(500) not null,
  -- What a command is for, such as the id of a call.
  target varchar(500),
  -- The request as JSON. Private.
  payload character large object not null,
  unique_key varchar(500),
  -- The same as unique_key for as long as it counts, and null from then on.
  active_key varchar(500),
  key_until timestamp with time zone,
  priority smallint not null default 0,
  any_time boolean not null default false,
  not_before timestamp with time zone not null,
  expires_at timestamp with time zone,
  state varchar(500) not null,
  -- Why the job is in its state.
  reason varchar(500),
  error_code varchar(500),
  attempts integer not null default 0,
  -- Of the attempts, those that failed; waiting for a rate limit is no failure.
  failures integer not null default 0,
  -- Of the last claim: in the webhook URL of a message, the command id of a call command, the reference of an order.
  token varchar(500),
  -- Whether Telnyx gets the token, so that something can be found by it.
  findable boolean not null default true,
  claimed_by varchar(500),
  claimed_at timestamp with time zone,
  settle_until timestamp with time zone,
  -- The id that Telnyx gave: of the message, the call or the order.
  message_id varchar(500),
  delivery_status varchar(500),
  -- What was reported of each recipient, as JSON, one report a line. Private.
  delivery_reports character large object,
  cost numeric(18, 8),
  cost_currency varchar(500),
  parts integer,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  next_at timestamp with time zone,
  sent_at timestamp with time zone,
  finished_at timestamp with time zone
);

create unique index telnyx4j_outbox_key on telnyx4j_outbox (active_key, tenant);
create index telnyx4j_outbox_token on telnyx4j_outbox (token);
create index telnyx4j_outbox_message on telnyx4j_outbox (message_id);
create index telnyx4j_outbox_open on telnyx4j_outbox (state, created_at);
create index telnyx4j_outbox_finished on telnyx4j_outbox (finished_at);

-- What db-scheduler works on: one row for each job that waits. It has the columns that db-scheduler documents.
create table telnyx4j_outbox_tasks (
  task_name varchar(500) not null,
  task_instance varchar(500) not null,
  task_data varbinary(1000000),
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(500),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index telnyx4j_outbox_tasks_due on telnyx4j_outbox_tasks (priority desc, execution_time asc);
create index telnyx4j_outbox_tasks_time on telnyx4j_outbox_tasks (execution_time);
create index telnyx4j_outbox_tasks_heartbeat on telnyx4j_outbox_tasks (last_heartbeat);

insert into telnyx4j_outbox_schema (version) values (1);
