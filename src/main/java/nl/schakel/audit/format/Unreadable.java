package nl.schakel.audit.format;

import nl.schakel.audit.LogFault;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;

/** The bundle cannot be read on from a place. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LogFault fault;

    Unreadable(LogFaultCode code, long line) {
        super(code.code());
        this.fault = new LogFault(code, Place.line(line));
    }

    LogFault fault() {
        return fault;
    }
}
