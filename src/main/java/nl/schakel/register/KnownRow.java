package nl.schakel.register;

import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/**
 * A row whose person is known.
 *
 * @param sex token scoped by the number; bridge file only
 * @param birthDate token scoped by the number; bridge file only
 */
public record KnownRow(PersonKey person, RegisterRow row, @Nullable Token sex, @Nullable Token birthDate) {}
