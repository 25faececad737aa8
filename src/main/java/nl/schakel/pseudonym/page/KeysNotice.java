package nl.schakel.pseudonym.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Notice;
import nl.schakel.platform.web.Visitor;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;

/** Says that no pseudonyms are made to whoever would upload, load, link or keep keys. */
@Dependent
public class KeysNotice implements Notice {
    private static final Set<Role> CONCERNED =
            Set.of(Role.SCHOOL, Role.OPERATOR, Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.CUSTODIAN_LOG);

    private final HeldStores stores;

    /** Asks these stores. */
    @Inject
    public KeysNotice(HeldStores stores) {
        this.stores = stores;
    }

    @Override
    public Optional<String> key(Visitor visitor) {
        boolean concerned = Arrays.stream(Role.values())
                .filter(CONCERNED::contains)
                .anyMatch(role -> visitor.roles().contains(role.name()));
        if (!concerned || (stores.available(Holder.A) && stores.available(Holder.B))) {
            return Optional.empty();
        }
        boolean school = visitor.roles().contains(Role.SCHOOL.name());
        return Optional.of(school ? "pseudonym.melding.school" : "pseudonym.melding.geschorst");
    }
}
