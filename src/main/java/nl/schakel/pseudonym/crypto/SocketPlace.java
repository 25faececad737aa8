package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.schakel.pseudonym.KeyProcess.NotServed;
import nl.schakel.pseudonym.KeyProcess.Place;

/** The folder and file of a Unix socket, which only this user, or also the members of a group, can reach. */
final class SocketPlace {
    private static final String CLOSED = "rwx------";
    private static final String OPEN_TO_GROUP = "rwxr-x---";

    private final Path socket;
    private final Path folder;
    private final Optional<String> group;

    SocketPlace(Place place) {
        socket = place.socket();
        folder = Objects.requireNonNull(socket.toAbsolutePath().getParent());
        group = place.group();
    }

    /** Makes or checks the folder, and takes away what a process that is gone left there. @throws NotServed */
    void prepare() throws IOException {
        Optional<GroupPrincipal> members = members();
        try {
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(CLOSED)));
            if (members.isPresent()) {
                shareNewFolder(members.get());
            }
        } catch (FileAlreadyExistsException e) {
            requireGuarded(members);
        }
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            requireAbandoned();
            Files.delete(socket);
        }
    }

    private Optional<GroupPrincipal> members() throws IOException {
        if (group.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group.get()));
        } catch (UserPrincipalNotFoundException e) {
            throw new NotServed("de groep " + group.get() + " bestaat niet");
        }
    }

    private void shareNewFolder(GroupPrincipal members) throws IOException {
        try {
            share(folder, members, OPEN_TO_GROUP);
        } catch (NotServed e) {
            Files.delete(folder);
            throw e;
        }
    }

    private void requireGuarded(Optional<GroupPrincipal> members) throws IOException {
        UserPrincipal user = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class);
        Set<PosixFilePermission> allowed =
                PosixFilePermissions.fromString(members.isPresent() ? OPEN_TO_GROUP : CLOSED);
        if (!found.isDirectory() || !found.owner().equals(user) || !allowed.containsAll(found.permissions())) {
            throw new NotServed("de map " + folder + " moet van deze gebruiker zijn en voor anderen gesloten");
        }
        if (members.isPresent()
                && !(found.group().equals(members.get())
                        && found.permissions().contains(PosixFilePermission.GROUP_EXECUTE))) {
            throw new NotServed("de leden van de groep " + members.get().getName() + " kunnen niet in de map " + folder
                    + ": geef haar die groep en de rechten " + OPEN_TO_GROUP);
        }
    }

    private void requireAbandoned() throws IOException {
        if (!Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new NotServed(socket + " is iets anders dan een socket");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (ConnectException e) {
            return;
        }
        throw new NotServed("achter " + socket + " draait al een sleuteldienst");
    }

    /** Closes the new socket to everybody else. @throws NotServed where it cannot be given to the group */
    void protect() throws IOException {
        Optional<GroupPrincipal> members = members();
        if (members.isPresent()) {
            share(socket, members.get(), "rw-rw----");
        } else {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void share(Path path, GroupPrincipal members, String permissions) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            view.setGroup(members);
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new NotServed("deze gebruiker kan " + path + " niet aan de groep " + members.getName()
                    + " geven: maak de gebruiker lid van die groep");
        }
    }
}
