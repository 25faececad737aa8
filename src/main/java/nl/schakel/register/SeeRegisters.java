package nl.schakel.register;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** Shows the operator which registers are loaded. */
@Dependent
public class SeeRegisters {
    private final Registers registers;

    /** Shows this store. */
    @Inject
    public SeeRegisters(Registers registers) {
        this.registers = registers;
    }

    /** All deliveries, newest reference date first. */
    @Transactional
    public List<RegisterDelivery> all(Actor actor) {
        actor.require(Role.OPERATOR);
        List<RegisterDelivery> all = registers.all();
        registers.note(AuditEntry.by(actor, "register.see", ProcessingActivity.OPERATE)
                .on("register")
                .detail("deliveries", all.size()));
        return all;
    }
}
