/**
 * The types that can name a pupil. None of them can be printed, compared or serialized; only the hot zone may import
 * them, and a value leaves only through a call that asks for {@link nl.schakel.pupil.Reveal}.
 */
@NullMarked
package nl.schakel.pupil;

import org.jspecify.annotations.NullMarked;
