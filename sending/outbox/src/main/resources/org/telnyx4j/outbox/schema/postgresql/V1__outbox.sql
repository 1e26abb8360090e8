-- telnyx4j outbox, version 1, for PostgreSQL 12 and later.
-- OutboxSchema.apply(dataSource) runs this script; it can also be run by hand or by a migration tool, in one transaction.

create table telnyx4j_outbox_schema (
  version integer not null primary key,
  applied_at timestamp with time zone not null default current_timestamp
);

-- One row for each job: the truth about it.
create table telnyx4j_outbox (
  id uuid not null primary key,
  -- Empty where the job has none.
  tenant text not null default '',
  kind text not null,
  operation text not null,
  -- What a command is for, such as the id of a call.
  target text,
  -- The request as JSON. Private.
  payload text not null,
  unique_key text,
  -- The same as unique_key for as long as it counts, and null from then on.
  active_key text,
  key_until timestamp with time zone,
  priority smallint not null default 0,
  any_time boolean not null default false,
  not_before timestamp with time zone not null,
  expires_at timestamp with time zone,
  state text not null,
  -- Why the job is in its state.
  reason text,
  error_code text,
  attempts integer not null default 0,
  -- Of the attempts, those that failed; waiting for a rate limit is no failure.
  failures integer not null default 0,
  -- Of the last claim: in the webhook URL of a message, the command id of a call command, the reference of an order.
  token text,
  -- Whether Telnyx gets the token, so that something can be found by it.
  findable boolean not null default true,
  claimed_by text,
  claimed_at timestamp with time zone,
  settle_until timestamp with time zone,
  -- The id that Telnyx gave: of the message, the call or the order.
  message_id text,
  delivery_status text,
  -- What was reported of each recipient, as JSON, one report a line. Private.
  delivery_reports text,
  cost numeric(18, 8),
  cost_currency text,
  parts integer,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  next_at timestamp with time zone,
  sent_at timestamp with time zone,
  finished_at timestamp with time zone
);

create unique index telnyx4j_outbox_key on telnyx4j_outbox (active_key, tenant);
create index telnyx4j_outbox_token on telnyx4j_outbox (token) where token is not null;
create index telnyx4j_outbox_message on telnyx4j_outbox (message_id) where message_id is not null;
create index telnyx4j_outbox_open on telnyx4j_outbox (state, created_at) where finished_at is null;
create index telnyx4j_outbox_finished on telnyx4j_outbox (finished_at) where finished_at is not null;

-- What db-scheduler works on: one row for each job that waits. It has the columns that db-scheduler documents.
create table telnyx4j_outbox_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
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

-- What becomes empty again and again is cleaned up early, so that polling does not read what is dead.
alter table telnyx4j_outbox_tasks set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table telnyx4j_outbox set (fillfactor = 70);

insert into telnyx4j_outbox_schema (version) values (1);
