package nl.schakel.linkage.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.schakel.linkage.RunId;
import nl.schakel.linkage.Runs;

/**
 * Pass 1: equal persons, verified by scoped tokens. A person's rows in all deliveries count together: one contradiction is
 * a conflict. Tokens are scoped by the number, so only rows of one number are compared: where a person's number changed, rows
 * under its two numbers say nothing of each other, and neither do tokens of two series of keys.
 *
 * <p>One statement fixes the deliveries and reads their rows, so that both come from one snapshot: a delivery that is
 * approved or withdrawn meanwhile is in both or in neither. The same statement settles the number changes it saw: from then on
 * they cannot be undone, and one that is being undone waits for the run.
 */
final class PassOne {
    private static final String LINK =
            """
            with used as (
              insert into linkage.run_delivery (run_id, delivery_id)
              select ?, d.id from delivery.delivery d where d.state in ('APPROVED', 'LINKED')
              returning delivery_id
            ), delivered as (
              select coalesce(x.new_p, s.p) as p, x.old_p as number, t.sex_token, t.birth_token, t.earlier_tokens as earlier
                from used u
                join delivery.subject s on s.delivery_id = u.delivery_id
                left join pseudonym.superseded x on x.old_p = s.p
                left join delivery.pupil_token t on t.delivery_id = s.delivery_id and t.pupil_no = s.pupil_no
            ), registered as (
              select coalesce(x.new_p, r.p) as p, x.old_p as number, r.sex_token, r.birth_token, r.earlier_tokens as earlier
                from register.person_token r
                left join pseudonym.superseded x on x.old_p = r.p
               where r.delivery_id = ?
            ), compared as (
              select d.p,
                     bool_or(r.p is not null) as known,
                     coalesce(bool_or(d.sex_token <> r.sex_token and d.number is not distinct from r.number
                                    and d.earlier = r.earlier), false)
                       as sex_differs,
                     coalesce(bool_or(d.birth_token <> r.birth_token and d.number is not distinct from r.number
                                    and d.earlier = r.earlier), false)
                       as birth_differs,
                     coalesce(bool_or(d.sex_token = r.sex_token), false) as sex_agrees,
                     coalesce(bool_or(d.birth_token = r.birth_token), false) as birth_agrees
                from delivered d left join registered r on r.p = d.p
               group by d.p
            ), linked as (
              insert into linkage.link (run_id, p, outcome, method)
              select ?, c.p,
                     case when not c.known then 'UNLINKED'
                          when c.sex_differs or c.birth_differs then 'CONFLICT'
                          else 'LINKED' end,
                     case when not c.known then 'NONE'
                          when c.sex_differs and c.birth_differs then 'NUMBER_BOTH_DIFFER'
                          when c.birth_differs then 'NUMBER_BIRTH_DATE_DIFFERS'
                          when c.sex_differs then 'NUMBER_SEX_DIFFERS'
                          when c.sex_agrees and c.birth_agrees then 'NUMBER_VERIFIED'
                          when c.sex_agrees or c.birth_agrees then 'NUMBER_PARTLY_VERIFIED'
                          else 'NUMBER_UNVERIFIED' end
                from compared c
               where not exists (select from objected o where o.p = c.p)
            ), settled as (
              update pseudonym.number_change c set settled_at = ? where c.settled_at is null and c.undone_at is null
            )
            select (select count(*) from used), (select count(*) from compared c join objected o on o.p = c.p)
            """;
    private static final String OBJECTED =
            """
            create temporary table objected on commit drop as
            select distinct o.p from consent.objected_at(?) as o (p)
            """;
    private static final String HOLD =
            "select c.id from pseudonym.number_change c where c.settled_at is null and c.undone_at is null for update";
    private static final String ERASE = "select pseudonym.erase_joined(?, ?)";
    private static final String MARK =
            """
            select delivery.mark_linked(array(
              select u.delivery_id from linkage.run_delivery u join delivery.delivery d on d.id = u.delivery_id
               where u.run_id = ? and d.state = 'APPROVED'), ?)
            """;

    /**
     * What the statement did.
     *
     * @param objected delivered persons who were left out
     * @param erased rows that a number change left without a basis
     */
    record Done(int deliveries, long objected, long erased) {}

    private PassOne() {}

    /** Fixes the deliveries of the run and writes the outcomes of their persons. */
    static Done run(Connection connection, RunId run, Runs.Inputs inputs, Instant at) throws SQLException {
        try (PreparedStatement objected = connection.prepareStatement(OBJECTED)) {
            objected.setObject(1, at.atOffset(ZoneOffset.UTC));
            objected.execute();
        }
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.execute();
        }
        try (PreparedStatement link = connection.prepareStatement(LINK)) {
            link.setObject(1, run.value());
            link.setObject(2, inputs.register().value());
            link.setObject(3, run.value());
            link.setObject(4, at.atOffset(ZoneOffset.UTC));
            try (ResultSet counts = link.executeQuery()) {
                counts.next();
                return new Done(counts.getInt(1), counts.getLong(2), erased(connection, at));
            }
        }
    }

    private static long erased(Connection connection, Instant at) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
            erase.setObject(1, at.atOffset(ZoneOffset.UTC));
            erase.setObject(2, at.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = erase.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Marks the deliveries of the run as linked, and no other. */
    static void mark(Connection connection, RunId run, Instant at) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setObject(1, run.value());
            mark.setObject(2, at.atOffset(ZoneOffset.UTC));
            mark.execute();
        }
    }
}
