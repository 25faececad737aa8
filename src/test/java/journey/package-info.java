/** Black box: the packaged product as its users meet it, over HTTP, in a browser and on the command line. */
@NullMarked
package journey;

import org.jspecify.annotations.NullMarked;
