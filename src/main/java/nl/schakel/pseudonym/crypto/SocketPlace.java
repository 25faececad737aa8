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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.schakel.pseudonym.KeyProcess.NotServed;
import nl.schakel.pseudonym.KeyProcess.Place;

/** The folder and file of a Unix socket, which only this user, or also the members of a group, can reach. */
final class SocketPlace {
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
        try {
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE)));
            if (group.isPresent()) {
                share(folder, "rwxr-x---");
            }
        } catch (FileAlreadyExistsException e) {
            requireGuarded();
        }
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            requireAbandoned();
            Files.delete(socket);
        }
    }

    private void requireGuarded() throws IOException {
        UserPrincipal user = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        Set<PosixFilePermission> allowed =
                PosixFilePermissions.fromString(group.isPresent() ? "rwxr-x---" : "rwx------");
        if (!Files.isDirectory(folder)
                || !Files.getOwner(folder).equals(user)
                || !allowed.containsAll(Files.getPosixFilePermissions(folder))) {
            throw new NotServed("de map " + folder + " moet van deze gebruiker zijn en voor anderen gesloten");
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

    /** Closes the new socket to everybody else. */
    void protect() throws IOException {
        if (group.isPresent()) {
            share(socket, "rw-rw----");
        } else {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void share(Path path, String permissions) throws IOException {
        GroupPrincipal members =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group.orElseThrow());
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setGroup(members);
        view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
}
