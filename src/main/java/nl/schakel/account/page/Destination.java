package nl.schakel.account.page;

import java.util.regex.Pattern;

/** Where a sign-in leads: a page of our own portal, whatever somebody wrote into the link. */
final class Destination {
    private static final String START = "start";
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][A-Za-z0-9/_.-]*(\\?[A-Za-z0-9=&_.-]*)?");
    private static final int LONGEST = 300;

    private Destination() {}

    /** The path below the portal, without leading slash; the start page for everything else. */
    static String of(String target) {
        String path = target.startsWith("/portaal/") ? target.substring("/portaal/".length()) : target;
        boolean ours = path.length() <= LONGEST && PLAIN.matcher(path).matches() && !path.contains("//");
        boolean loop = path.startsWith("aanmelden") || path.startsWith("afmelden");
        return ours && !loop ? path : START;
    }
}
