-- Events are numbered as they are told, to know which of them are new. The table that had this name is gone since V3.
alter sequence event_id_seq1 rename to event_id_seq;
