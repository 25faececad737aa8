package nl.schakel.catalogue;

import java.util.List;

/** The catalogue file contradicts itself: a mistake of its maintainers, found when it is loaded, so the service does not start. */
public final class WrongCatalogue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults what is wrong, each with its line number, in the order of the file; not empty */
    WrongCatalogue(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, each with its line number, in the order of the file. */
    public List<String> faults() {
        return faults;
    }
}
