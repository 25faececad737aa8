/**
 * The launcher, which starts database, migrations, server and application in one process, and the root of the command
 * line. Nothing here imports a feature: these classes have a class path of their own.
 */
@NullMarked
package nl.schakel.startup.command;

import org.jspecify.annotations.NullMarked;
