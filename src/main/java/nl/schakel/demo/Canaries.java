package nl.schakel.demo;

import java.util.List;

/**
 * Values planted in the files that occur nowhere else in the world: where one of them turns up outside the files, something
 * that names a pupil has leaked. One child of each site carries a name and an address of this kind; beside these every
 * number, key and RIN of the world is a canary.
 */
public final class Canaries {
    private Canaries() {}

    /** The name of a site's canary child, made of the site's six positions; half of them have accents. */
    static PersonName name(String site) {
        String letters = letters(site);
        boolean accent = site.hashCode() % 2 == 0;
        String family = accent ? "Zwäqvöst" + letters : "Zwaqvost" + letters;
        return new PersonName("Qifje" + letters, "van der", family);
    }

    /** The address of a site's canary child; the letters Q and the five-digit house number exist nowhere. */
    static Address address(String site) {
        int index = Math.floorMod(site.hashCode(), 9_000);
        return new Address((1_000 + index) + "QY", "" + (31_000 + index) + "Q");
    }

    /** What a canary child's name and address look like in the files, each long enough to be searched for literally. */
    public static List<String> planted(Child child, String site) {
        return child.canary()
                ? List.of(
                        child.name().given(),
                        child.name().family(),
                        address(site).toString(),
                        mail(site))
                : List.of();
    }

    /** The mail address of a site's canary child. */
    static String mail(String site) {
        return "qifje." + letters(site) + "@zwaqvost.example";
    }

    private static String letters(String site) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < site.length(); i++) {
            char c = site.charAt(i);
            letters.append(c >= 'A' ? Character.toLowerCase(c) : (char) ('k' + (c - '0')));
        }
        return letters.toString();
    }
}
