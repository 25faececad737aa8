-- What studies and the monitor may read of deliveries: content by person, column by column, never a token, and only what
-- a school approved. A person that was found to be another one is shown as that other one.

create view delivery.pupil_view (p, school_year, brin, site, sex, birth_year, grade) as
select distinct on (coalesce(x.new_p, s.p), d.school_year, d.brin, d.site)
    coalesce(x.new_p, s.p), d.school_year, d.brin, d.site, c.sex, c.birth_year, c.grade
from delivery.delivery d
join delivery.pupil c on c.delivery_id = d.id
join delivery.subject s on s.delivery_id = d.id and s.pupil_no = c.pupil_no
left join pseudonym.superseded x on x.old_p = s.p
where d.part = 'PUPILS' and d.state in ('APPROVED', 'LINKED')
order by coalesce(x.new_p, s.p), d.school_year, d.brin, d.site, d.received_at desc, d.id;
comment on view delivery.pupil_view is 'zone COLD. One row for each person, school year and site: the newest approved.';

create view delivery.result_view
    (p, school_year, brin, site, domain, grade, moment, test_date, raw_score, ability, level) as
select coalesce(x.new_p, s.p), d.school_year, d.brin, d.site,
    t.domain, t.grade, t.moment, r.test_date, r.raw_score, r.ability, r.level
from delivery.delivery d
join delivery.result r on r.delivery_id = d.id
join delivery.test t on t.delivery_id = d.id and t.test_no = r.test_no
join delivery.subject s on s.delivery_id = d.id and s.pupil_no = r.pupil_no
left join pseudonym.superseded x on x.old_p = s.p
where d.part = 'RESULTS' and d.state in ('APPROVED', 'LINKED') and t.component is null;
comment on view delivery.result_view is 'zone COLD. Results of whole tests; those of parts of a test are left out.';

create view delivery.social_view (p, school_year, instrument, scale, test_date, score) as
select coalesce(x.new_p, s.p), d.school_year, r.instrument, r.scale, r.test_date, r.score
from delivery.delivery d
join delivery.social_result r on r.delivery_id = d.id
join delivery.subject s on s.delivery_id = d.id and s.pupil_no = r.pupil_no
left join pseudonym.superseded x on x.old_p = s.p
where d.part = 'SOCIAL_EMOTIONAL' and d.state in ('APPROVED', 'LINKED');
comment on view delivery.social_view is 'zone COLD. Social-emotional results; consent is asked again at every exit.';

grant select on delivery.pupil_view, delivery.result_view, delivery.social_view to schakel_cold;
