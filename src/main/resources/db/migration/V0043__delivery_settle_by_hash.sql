-- Settling compares a delivery whose rows no statistics know yet with earlier ones: planned as nested loops that takes the
-- product of both. Nested loops are ruled out, and the earlier deliveries are named by an array, so that their rows are
-- found by the primary keys and joined by hashing.

-- The live deliveries of the school of this part, which the new one is compared with.
create function delivery.earlier(own text, of_part text) returns uuid[]
language sql stable set search_path = pg_catalog as $$
    select coalesce(array_agg(d.id), '{}') from delivery.delivery d
    where d.brin = own and d.part = of_part and d.state in ('RECEIVED', 'APPROVED', 'LINKED')
$$;

create or replace function delivery.settle_results(new_delivery uuid, undefined_tests integer[],
    out known bigint, out undefined bigint)
language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
    own text := delivery.begin_settling(new_delivery);
    earlier uuid[] := delivery.earlier(own, 'RESULTS');
begin
    known := 0;
    undefined := 0;
    if cardinality(undefined_tests) > 0 then
        delete from delivery.result r where r.delivery_id = new_delivery and r.test_no = any (undefined_tests);
        get diagnostics undefined = row_count;
    end if;
    if cardinality(earlier) > 0 then
        delete from delivery.result n
        using delivery.pupil_token np, delivery.test nt
        where n.delivery_id = new_delivery
          and np.delivery_id = new_delivery and np.pupil_no = n.pupil_no
          and nt.delivery_id = new_delivery and nt.test_no = n.test_no
          and exists (
              select
              from delivery.result o
              join delivery.pupil_token op on op.delivery_id = o.delivery_id and op.pupil_no = o.pupil_no
              join delivery.test ot on ot.delivery_id = o.delivery_id and ot.test_no = o.test_no
              where o.delivery_id = any (earlier) and op.delivery_id = any (earlier) and ot.delivery_id = any (earlier)
                and op.local = np.local and o.test_date = n.test_date
                and ot.code = nt.code and coalesce(ot.component, '') = coalesce(nt.component, '')
                and ot.moment = nt.moment);
        get diagnostics known = row_count;
    end if;
end
$$;

create or replace function delivery.settle_pupils(new_delivery uuid, own_site text, year smallint, out known bigint)
language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
    own text := delivery.begin_settling(new_delivery);
    earlier uuid[] := array(select d.id from delivery.delivery d
        where d.id = any (delivery.earlier(own, 'PUPILS')) and d.site = own_site and d.school_year = year);
begin
    known := 0;
    if cardinality(earlier) = 0 then
        return;
    end if;
    with gone as (
        delete from delivery.pupil n
        using delivery.pupil_token np
        where n.delivery_id = new_delivery and np.delivery_id = new_delivery and np.pupil_no = n.pupil_no
          and exists (
              select
              from delivery.pupil o
              join delivery.pupil_token op on op.delivery_id = o.delivery_id and op.pupil_no = o.pupil_no
              where o.delivery_id = any (earlier) and op.delivery_id = any (earlier)
                and op.local = np.local and o.sex = n.sex
                and coalesce(o.birth_year, 0) = coalesce(n.birth_year, 0)
                and coalesce(o.grade, '') = coalesce(n.grade, '')
                and coalesce(op.sex_token, '') = coalesce(np.sex_token, '')
                and coalesce(op.birth_token, '') = coalesce(np.birth_token, ''))
        returning n.pupil_no
    ), tokens as (
        delete from delivery.pupil_token t using gone
        where t.delivery_id = new_delivery and t.pupil_no = gone.pupil_no
    ), subjects as (
        delete from delivery.subject s using gone
        where s.delivery_id = new_delivery and s.pupil_no = gone.pupil_no
    )
    select count(*) into known from gone;
end
$$;

create or replace function delivery.settle_social(new_delivery uuid, out known bigint)
language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
    own text := delivery.begin_settling(new_delivery);
    earlier uuid[] := delivery.earlier(own, 'SOCIAL_EMOTIONAL');
begin
    known := 0;
    if cardinality(earlier) = 0 then
        return;
    end if;
    delete from delivery.social_result n
    using delivery.pupil_token np
    where n.delivery_id = new_delivery and np.delivery_id = new_delivery and np.pupil_no = n.pupil_no
      and exists (
          select
          from delivery.social_result o
          join delivery.pupil_token op on op.delivery_id = o.delivery_id and op.pupil_no = o.pupil_no
          where o.delivery_id = any (earlier) and op.delivery_id = any (earlier)
            and op.local = np.local and o.test_date = n.test_date
            and o.instrument = n.instrument and o.scale = n.scale);
    get diagnostics known = row_count;
end
$$;

revoke all on function delivery.earlier(text, text) from public;
