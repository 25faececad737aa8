package nl.schakel.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.Brin;

/**
 * What somebody typed about an account: anything at all.
 *
 * @param roles names of roles
 * @param school a BRIN, or empty
 */
public record AccountDraft(String username, String displayName, Set<String> roles, String school, boolean machine) {
    private static final int LONGEST_NAME = 200;

    /** Normalizes; a username and a BRIN have no case. */
    public AccountDraft {
        username = username.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        school = school.strip().toUpperCase(Locale.ROOT);
        roles = Set.copyOf(roles);
    }

    /**
     * The account that is described.
     *
     * @throws AccountRefused.NotAnAccount with everything that is wrong
     * @throws AccountRefused.RolesApart where one account may not hold the roles together
     */
    Account account(StaffId id, boolean enabled) {
        List<Fault> faults = new ArrayList<>();
        if (!Account.isUsername(username)) {
            faults.add(fault("gebruikersnaam", "AC-01", "3 tot 64 kleine letters, cijfers, punten en streepjes"));
        }
        boolean control = displayName.chars().anyMatch(Character::isISOControl);
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME || control) {
            faults.add(fault("naam", "AC-02", "1 tot 200 tekens"));
        }
        Set<Role> known = known(faults);
        RoleRule.check(known);
        Optional<Brin> brin = brin(known.contains(Role.SCHOOL), faults);
        if (!faults.isEmpty()) {
            throw new AccountRefused.NotAnAccount(faults);
        }
        return new Account(id, username, displayName, known, brin, enabled);
    }

    /** The same for an account that has a username already. */
    AccountDraft named(String other) {
        return new AccountDraft(other, displayName, roles, school, machine);
    }

    private Set<Role> known(List<Fault> faults) {
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (roles.contains(role.name())) {
                known.add(role);
            }
        }
        if (known.isEmpty() || known.size() < roles.size()) {
            faults.add(fault("rollen", "AC-03", "een of meer van de acht rollen"));
        }
        return known;
    }

    private Optional<Brin> brin(boolean needed, List<Fault> faults) {
        Optional<Brin> brin = Brin.parse(school);
        if (needed && brin.isEmpty()) {
            faults.add(fault("brin", "AC-04", "twee cijfers en twee letters"));
        } else if (!needed && !school.isEmpty()) {
            faults.add(fault("brin", "AC-05", "niets, want alleen een school heeft een BRIN"));
        }
        return brin;
    }

    private static Fault fault(String place, String rule, String expected) {
        return new Fault(place, rule, expected, "Vul dit in: " + expected + ".");
    }
}
