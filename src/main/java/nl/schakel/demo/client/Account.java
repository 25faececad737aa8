package nl.schakel.demo.client;

/** A user of the world, with the secrets of this world only. */
record Account(String user, String name, String role, String passPhrase, String token) {}
