-- What a school may do to bulk rows it cannot read: settle the delivery it is writing, erase its own, erase a pupil's.

-- The school of the running transaction; refuses where there is none.
create function delivery.own_brin() returns text
language plpgsql stable set search_path = pg_catalog as $$
declare
    own text := current_setting('schakel.brin', true);
begin
    if own is null or own = '' then
        raise exception 'no school' using errcode = 'insufficient_privilege';
    end if;
    return own;
end
$$;

-- A delivery that is still being written has no administrative row; only such a one may be settled. The lock makes the
-- deliveries of one school settle one after the other, so that two concurrent ones cannot both keep the same row.
create function delivery.begin_settling(new_delivery uuid) returns text
language plpgsql set search_path = pg_catalog as $$
declare
    own text := delivery.own_brin();
begin
    if exists (select from delivery.delivery d where d.id = new_delivery) then
        raise exception 'settled before' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('delivery.settle/' || own, 0));
    return own;
end
$$;

-- Settling compares a delivery whose rows no statistics know yet with earlier ones: planned as nested loops that takes the
-- product of both. Nested loops are ruled out, and the earlier deliveries are named by an array, so that their rows are
-- found by the primary keys and joined by hashing.

-- The live deliveries of the school of this part, which the new one is compared with.
create function delivery.earlier(own text, of_part text) returns uuid[]
language sql stable set search_path = pg_catalog as $$
    select coalesce(array_agg(d.id), '{}') from delivery.delivery d
    where d.brin = own and d.part = of_part and d.state in ('RECEIVED', 'APPROVED', 'LINKED')
$$;

create function delivery.settle_results(new_delivery uuid, undefined_tests integer[],
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

create function delivery.settle_pupils(new_delivery uuid, own_site text, year smallint, out known bigint)
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
                -- without tokens by number, as in a blind delivery, a row says nothing new where an earlier one has them
                and (coalesce(np.sex_token, np.birth_token) is null or (coalesce(op.sex_token, '') = coalesce(np.sex_token, '')
                    and coalesce(op.birth_token, '') = coalesce(np.birth_token, ''))))
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

create function delivery.settle_social(new_delivery uuid, out known bigint)
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

-- The persons of a delivery of the own school, under their present keys: whom a withdrawal is about to erase.
create function delivery.persons(target uuid) returns setof bytea
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    own text := delivery.own_brin();
begin
    return query
    select distinct coalesce(x.new_p, s.p)
    from delivery.delivery d
    join delivery.subject s on s.delivery_id = d.id
    left join pseudonym.superseded x on x.old_p = s.p
    where d.id = target and d.brin = own;
end
$$;

-- Withdrawal: all rows of a delivery of the own school.
create function delivery.erase(target uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text := delivery.own_brin();
    erased bigint := 0;
    removed bigint;
begin
    if not exists (select from delivery.delivery d where d.id = target and d.brin = own) then
        return 0;
    end if;
    delete from delivery.result where delivery_id = target;
    get diagnostics erased = row_count;
    delete from delivery.social_result where delivery_id = target;
    get diagnostics removed = row_count;
    erased := erased + removed;
    delete from delivery.pupil where delivery_id = target;
    get diagnostics removed = row_count;
    delete from delivery.test where delivery_id = target;
    delete from delivery.pupil_token where delivery_id = target;
    delete from delivery.subject where delivery_id = target;
    return erased + removed;
end
$$;

-- An objection (everything) or the end of a consent (social-emotional results only), whichever school delivered the rows.
create function delivery.erase_person(person bytea, everything boolean) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    keeper bytea := coalesce((select s.new_p from pseudonym.superseded s where s.old_p = person), person);
    persons bytea[] := array(select s.old_p from pseudonym.superseded s where s.new_p = keeper) || keeper;
    erased bigint;
    removed bigint;
begin
    delete from delivery.social_result r using delivery.subject s
    where s.p = any (persons) and r.delivery_id = s.delivery_id and r.pupil_no = s.pupil_no;
    get diagnostics erased = row_count;
    if everything then
        delete from delivery.result r using delivery.subject s
        where s.p = any (persons) and r.delivery_id = s.delivery_id and r.pupil_no = s.pupil_no;
        get diagnostics removed = row_count;
        erased := erased + removed;
        delete from delivery.pupil r using delivery.subject s
        where s.p = any (persons) and r.delivery_id = s.delivery_id and r.pupil_no = s.pupil_no;
        get diagnostics removed = row_count;
        erased := erased + removed;
        delete from delivery.pupil_token r using delivery.subject s
        where s.p = any (persons) and r.delivery_id = s.delivery_id and r.pupil_no = s.pupil_no;
        delete from delivery.subject s where s.p = any (persons);
    end if;
    return erased;
end
$$;

-- After a finished linkage run: the deliveries that took part in it.
create function delivery.mark_linked(ids uuid[], at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed bigint;
begin
    update delivery.delivery d set state = 'LINKED', linked_at = at
    where d.id = any (ids) and d.state in ('APPROVED', 'LINKED');
    get diagnostics changed = row_count;
    return changed;
end
$$;

revoke all on all functions in schema delivery from public;
grant execute on function delivery.settle_results(uuid, integer[]), delivery.settle_pupils(uuid, text, smallint),
    delivery.settle_social(uuid), delivery.persons(uuid), delivery.erase(uuid) to schakel_school;
grant execute on function delivery.erase_person(bytea, boolean) to schakel_school, schakel_link;
grant execute on function delivery.mark_linked(uuid[], timestamptz) to schakel_link;
