package nl.schakel.study;

import nl.schakel.catalogue.VariableName;

/** Port: which variables can be requested at all. */
@FunctionalInterface
public interface Requestable {
    /** Whether the catalogue offers a variable of that name. */
    boolean knows(VariableName name);
}
