alter table telnyx4j_tried add added integer;
insert into telnyx4j_tried_schema (version) values (2);
