package nl.schakel.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The school's pupil administration: what it shows of the children, wrong values and all. */
public final class PupilOffice {
    private final WorldPlan plan;

    /** The offices of this world's schools. */
    public PupilOffice(WorldPlan plan) {
        this.plan = plan;
    }

    /** The rows of groups 3 to 8 in the school year with this index; a fault stays the same over the years. */
    public List<PupilRow> rows(Site site, int yearIndex) {
        List<PupilRow> rows = new ArrayList<>();
        for (Child child : site.children()) {
            if (child.monitored(yearIndex)) {
                PupilRow row = row(site, child, yearIndex);
                rows.add(row);
                if (child.faults().contains(Fault.DOUBLE_ROW)) {
                    rows.add(again(row));
                }
            }
        }
        return rows;
    }

    private PupilRow row(Site site, Child child, int yearIndex) {
        Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 1);
        boolean sexWrong = child.faults().contains(Fault.SEX_WRONG);
        LocalDate birth = child.faults().contains(Fault.BIRTH_DATE_WRONG)
                ? Mistakes.birthDate(child.birth(), dice)
                : child.birth();
        Address address = child.canary() ? Canaries.address(site.id()) : address(child, dice);
        return new PupilRow(
                child.key(),
                child.schoolNumber(),
                child.number().substring(5),
                name(child, dice),
                birth,
                child.girl() != sexWrong ? 2 : 1,
                child.grade(yearIndex),
                address.postcode(),
                child.canary() ? child.name().given() + " woont op " + address : "",
                child.canary() ? Canaries.mail(site.id()) : "");
    }

    private static Address address(Child child, Dice dice) {
        Address address = child.household().address();
        int area = Integer.parseInt(address.postcode().substring(0, 4));
        return child.faults().contains(Fault.MOVED) ? Address.in(area, dice) : address;
    }

    private static PersonName name(Child child, Dice dice) {
        if (!child.faults().contains(Fault.NAME_MANGLED) || !child.name().hasAccent()) {
            return child.name();
        }
        PersonName name = child.name();
        return new PersonName(name.given(), name.prefix(), Mistakes.name(name.family(), dice));
    }

    private static PupilRow again(PupilRow row) {
        return new PupilRow(
                row.key() + "-2",
                row.number(),
                row.lastFour(),
                row.name(),
                row.birth(),
                row.sex(),
                row.grade(),
                row.postcode(),
                row.remark(),
                row.mail());
    }
}
