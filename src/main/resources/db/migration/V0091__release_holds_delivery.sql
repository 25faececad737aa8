-- A school asks whether rows of its delivery have left: yes or no, and only about a delivery of its own.
create function release.holds_delivery(of_delivery uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (
    select 1
    from delivery.delivery d
    join delivery.subject s on s.delivery_id = d.id
    left join pseudonym.superseded now_s on now_s.old_p = s.p
    join (
      select m.extract_id, coalesce(now_m.new_p, m.p) as p
      from extract.member m
      left join pseudonym.superseded now_m on now_m.old_p = m.p
    ) member on member.p = coalesce(now_s.new_p, s.p)
    join release.release r on r.extract_id = member.extract_id
    join study.study st on st.id = r.study_id
    where d.id = of_delivery
      and d.brin = current_setting('schakel.brin', true)
      and r.state in ('RELEASED', 'DOWNLOADED')
      and d.school_year = any (st.school_years));
end $$;
comment on function release.holds_delivery(uuid) is 'Whether a released package holds rows of a delivery of the school.';
revoke all on function release.holds_delivery(uuid) from public;
grant usage on schema release to schakel_school;
grant execute on function release.holds_delivery(uuid) to schakel_school;
