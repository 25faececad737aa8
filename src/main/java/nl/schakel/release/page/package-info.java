/** Releases for those who release and for the team that downloads, working without script. */
@NullMarked
package nl.schakel.release.page;

import org.jspecify.annotations.NullMarked;
