create table telnyx4j_tried_schema (version integer not null primary key);
create table telnyx4j_tried (name varchar(500) not null primary key);
insert into telnyx4j_tried_schema (version) values (1);
