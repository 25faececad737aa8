package nl.schakel.platform.web;

import java.util.List;

/** Port: what a feature offers people in the menu and in the task list of their start page. */
public interface Desk {
    /** The entries, the same for everybody; a page shows those of the visitor's roles. Never null. */
    List<DeskEntry> entries();

    /**
     * How many things wait for the visitor behind an entry; called only for entries of this desk and of the visitor's
     * roles, when a start page is shown. Zero shows the entry's empty state.
     */
    default int waiting(DeskEntry entry) {
        return 0;
    }
}
