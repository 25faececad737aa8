package nl.schakel.release.format;

import nl.schakel.release.Sha256;

/** One file of a package: name, bytes, digest. */
record PackedFile(String name, long size, Sha256 digest) {}
