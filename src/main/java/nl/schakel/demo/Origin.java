package nl.schakel.demo;

import java.util.List;

/**
 * Where a family comes from, with the names that go with it and its code in the country table of the population register.
 * The shares are rough; the world needs differences between groups, not a census.
 *
 * @param country the country code
 * @param share of the families, 0 to 1
 */
public record Origin(String country, double share, List<String> boys, List<String> girls, List<String> families) {
    private static final String HOME = "6030";
    private static final Origin NETHERLANDS = origin(
            HOME,
            0.74,
            "Daan Sem Lucas Levi Finn Noah Luuk Bram Milan Thijs Jesse Tim Gijs Sven Daniël Joël René Siemen Jurre",
            "Emma Julia Sophie Lotte Anna Zoë Fleur Eva Tess Noor Lieke Sanne Chloë Loïs Renée Fenna Maud Ylva",
            "de Jong;Jansen;de Vries;van den Berg;van Dijk;Bakker;Janssen;Visser;Smit;Meijer;de Boer;Mulder;"
                    + "de Groot;Bos;Vos;Peters;Hendriks;van Leeuwen;Dekker;Brouwer;de Wit;Dijkstra;Smits;"
                    + "van der Meer;van der Linden;Kok;Jacobs;de Haan;Vermeulen;van den Heuvel;van der Veen;"
                    + "van den Broek;Schouten;van Beek;Willems;van Vliet;van der Heijden;Hoekstra;Maas;Verhoeven;"
                    + "Koster;van Dam;van der Wal;Prins;Huisman;Peeters;de Bruin;van Wijk;Kuipers;Post;"
                    + "Veenstra;Kramer;van den Brink;Scholten;Postma;Kuijt;Meyer;in 't Veld;van 't Hof;ten Brink;"
                    + "ter Horst;Koëter;Geërts;Zuidwijk-de Graaf;Pruijssers;Wijbenga;Kuiper;Sluijs;Oudenrijn");
    private static final List<Origin> ALL = List.of(
            NETHERLANDS,
            origin(
                    "6043",
                    0.05,
                    "Yusuf Emir Ömer Eymen Mustafa Çınar Kerem Ali Oğuz Berat",
                    "Elif Zeynep Defne Ecrin Meryem Şevval Gülşen Aylin Ayşe Nisa",
                    "Yılmaz;Kaya;Demir;Şahin;Çelik;Yıldız;Öztürk;Aydın;Özdemir;Arslan;Doğan;Güneş;Koç;Ünal"),
            origin(
                    "5022",
                    0.05,
                    "Mohamed Adam Rayan Ilyas Bilal Amine Zakaria Ismaïl Nabil Soufiane",
                    "Nora Yasmine Inès Amina Hiba Fatima Salma Naïma Lina Imane",
                    "El Idrissi;Bouali;El Amrani;Benali;Aït Said;El Khattabi;Azzouzi;Haddou;Chaïbi;Ouali;Tahiri"),
            origin(
                    "5007",
                    0.03,
                    "Jayden Ryan Shivan Dylan Rishi Xavi Damian Anil",
                    "Naomi Shania Anjali Kyra Priya Jada Amber Savitri",
                    "Ramdin;Pinas;Kartosen;Bhagwandin;Vrede;Mohan;Soerodimedjo;Ramautar;Landveld;Wijngaarde"),
            origin(
                    "7028",
                    0.05,
                    "Jakub Szymon Filip Michał Wojciech Łukasz Oskar Paweł",
                    "Zuzanna Hanna Maja Oliwia Małgorzata Agnieszka Lena Żaneta",
                    "Nowak;Kowalski;Wiśniewska;Wójcik;Kamiński;Lewandowski;Zieliński;Dąbrowski;Szymańska"),
            origin(
                    "7009",
                    0.04,
                    "Omar Karim Yazan Majd Hamza Zaid Khaled Anas",
                    "Rim Sara Layan Jana Maya Nour Rahaf Hala",
                    "Al Hassan;Al Ahmad;Haddad;Khalil;Al Masri;Darwish;Nasser;Saleh;Al Khatib"),
            origin(
                    "5010",
                    0.04,
                    "Hugo José André Mateus Nguyên Sébastien Björn Søren",
                    "Inês Françoise Élodie Noémi Linh Astrid Jürgena Mía",
                    "García;Fernandes;Nguyễn;Dubois;Müller;Novák;Popescu;Björnsson;Weiß;Lefèvre"));

    private static Origin origin(String country, double share, String boys, String girls, String families) {
        return new Origin(
                country, share, List.of(boys.split(" ")), List.of(girls.split(" ")), List.of(families.split(";")));
    }

    /** One origin; in a large city the Netherlands weigh half as much. */
    static Origin draw(Dice dice, boolean city) {
        double[] weights = ALL.stream()
                .mapToDouble(origin -> !origin.fromAbroad() && city ? origin.share / 2 : origin.share)
                .toArray();
        return ALL.get(dice.weighted(weights));
    }

    boolean fromAbroad() {
        return !country.equals(HOME);
    }

    String familyName(Dice dice) {
        return dice.pickSkewed(families);
    }

    String givenName(Dice dice, boolean girl) {
        return dice.pickSkewed(girl ? girls : boys);
    }
}
