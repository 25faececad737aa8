/**
 * Schakel links what schools know of their pupils to what the registers know, and lets nobody see who the pupil is.
 *
 * <p>The architecture is one ordered list. A package imports only packages standing before it, so the flow is read from
 * left to right and a cycle cannot exist. {@code ArchitectureTest} enforces the list and keeps it equal to
 * {@code docs/architecture/overview.md}.
 *
 * <pre>
 * platform
 * school audit account
 * pupil catalogue
 * pseudonym consent
 * delivery register linkage
 * disclosure study extract release
 * monitor report oversight
 * startup demo
 * </pre>
 *
 * <p>{@code platform} is closed at five names: {@code secret}, {@code problem}, {@code database}, {@code work} and
 * {@code web}. In a feature the root package is the core: records, sealed types, use cases and ports, in plain Java. Its
 * sub-packages are doors, each the only place for one technology: {@code format} (foreign bytes), {@code store}
 * (database), {@code rest} (JAX-RS), {@code page} (MVC), {@code crypto} (JCA and Bouncy Castle), {@code solver}
 * (optimization), {@code command} (command line) and {@code client} (calls out). A door is imported by nobody.
 */
package nl.schakel;
