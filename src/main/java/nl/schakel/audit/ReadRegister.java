package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Anybody reads the register of processing activities. It is public, as the catalogue is, and reading it is not logged. */
@Dependent
public class ReadRegister {
    private final ActivityRegister register;

    /** Reads this register. */
    @Inject
    public ReadRegister(ActivityRegister register) {
        this.register = register;
    }

    /** Everything that it says and said. */
    @Transactional
    public ProcessingRegister read() {
        return register.read();
    }
}
