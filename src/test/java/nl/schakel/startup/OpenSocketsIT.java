package nl.schakel.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Payara, Hazelcast and H2 open ports by themselves; this lists what the process really listens on. */
class OpenSocketsIT {
    private static final String LISTEN = "0A";
    private static final String UNCONNECTED = "07";
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    @Test
    void the_service_listens_on_the_one_port_it_names_and_on_loopback_only() throws IOException {
        RunningService service = RunningService.shared();
        List<String> listening = sockets(socketInodes(service.pid()), LISTEN, "tcp", "tcp6");
        assertThat(listening).hasSize(1);
        assertThat(LOOPBACK).contains(listening.get(0).split(":")[0]);
        assertThat(port(listening.get(0))).isEqualTo(service.port());
    }

    @Test
    void the_database_below_it_listens_on_one_port_of_loopback() throws IOException {
        Set<String> inodes = new HashSet<>();
        for (ProcessHandle child : database(RunningService.shared())) {
            inodes.addAll(socketInodes(child.pid()));
        }
        List<String> listening = sockets(inodes, LISTEN, "tcp", "tcp6");
        assertThat(listening).hasSize(1);
        assertThat(LOOPBACK).contains(listening.get(0).split(":")[0]);
    }

    @Test
    void nothing_of_it_waits_for_datagrams_from_elsewhere() throws IOException {
        RunningService service = RunningService.shared();
        Set<String> inodes = socketInodes(service.pid());
        for (ProcessHandle child : database(service)) {
            inodes.addAll(socketInodes(child.pid()));
        }
        // PostgreSQL's statistics use a datagram socket that is connected to itself
        assertThat(sockets(inodes, UNCONNECTED, "udp", "udp6")).isEmpty();
    }

    private static List<ProcessHandle> database(RunningService service) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(service.home().resolve("pgdata/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    private static int port(String address) {
        return Integer.parseInt(address.split(":")[1], 16);
    }

    private static List<String> sockets(Set<String> inodes, String state, String... tables) throws IOException {
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                String[] fields = line.trim().split("\\s+");
                if (fields.length > 9 && fields[3].equals(state) && inodes.contains(fields[9])) {
                    found.add(fields[1]);
                }
            }
        }
        return found;
    }

    private static Set<String> socketInodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : (Iterable<Path>) descriptors::iterator) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }
}
