package nl.schakel.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Payara, Hazelcast and H2 open ports by themselves; this lists what the process really listens on. */
class OpenSocketsIT {
    private static final String LISTEN = "0A";
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    @Test
    void the_service_listens_on_the_one_port_it_names_and_on_loopback_only() throws IOException {
        RunningService service = RunningService.shared();
        List<String> listening = listening(service.pid());
        assertThat(listening).hasSize(1);
        String[] address = listening.get(0).split(":");
        assertThat(LOOPBACK).contains(address[0]);
        assertThat(Integer.parseInt(address[1], 16)).isEqualTo(service.port());
    }

    private static List<String> listening(long pid) throws IOException {
        Set<String> inodes = socketInodes(pid);
        List<String> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                String[] fields = line.trim().split("\\s+");
                if (fields.length > 9 && fields[3].equals(LISTEN) && inodes.contains(fields[9])) {
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
