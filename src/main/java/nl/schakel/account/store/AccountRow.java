package nl.schakel.account.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.account.Account;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.Credential;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.NamesColumn;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;

/** An account of a person or a machine. */
@Entity
@Table(schema = "account", name = "account")
class AccountRow {
    @Id
    private UUID id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Convert(converter = NamesColumn.class)
    private List<String> roles;

    private @Nullable String brin;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    private boolean machine;

    /** For the provider. */
    protected AccountRow() {}

    /** Takes over everything but the username, the kind and the password. */
    void write(Account account, Instant at) {
        displayName = account.displayName();
        roles = account.roles().stream().map(Role::name).sorted().toList();
        brin = account.school().map(Brin::value).orElse(null);
        if (account.enabled()) {
            disabledAt = null;
        } else if (disabledAt == null) {
            disabledAt = at;
        }
    }

    void password(String hash) {
        passwordHash = hash;
    }

    Account account() {
        Set<Role> held = roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        Optional<Brin> school = Optional.ofNullable(brin).map(Brin::new);
        return new Account(new StaffId(id), username, displayName, held, school, disabledAt == null);
    }

    Credential credential() {
        return new Credential(account(), passwordHash);
    }

    AccountEntry entry() {
        return new AccountEntry(account(), machine, createdAt);
    }
}
