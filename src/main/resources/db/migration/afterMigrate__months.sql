-- At every start: the processing log has a table for each month of the two years to come.
select audit.prepare_months((now() at time zone 'UTC')::date, 24);
