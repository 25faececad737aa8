package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.platform.problem.Refusal.Kind;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.pseudonym.KnownKeys;
import nl.schakel.pseudonym.PseudonymRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LazyHolderTest {
    private static final Optional<HolderFiles> EXAMPLE =
            Optional.of(new HolderFiles(Path.of("keys-example/b.bcfks"), Path.of("keys-example/b.wachtzin")));
    private static final KnownKeys ANY = (keyId, checkValue) -> true;

    @Test
    void opens_once_and_keeps_the_functions() {
        AtomicInteger opened = new AtomicInteger();
        LazyHolder<HolderB> holder = holder(EXAMPLE, ExampleKeys.ALLOWED, ANY, opened);
        HolderB first = holder.functions();
        assertThat(holder.functions()).isSameAs(first);
        assertThat(opened).hasValue(1);
        assertThat(first.layers().generation()).isEqualTo(1);
    }

    @Test
    void tells_the_known_keys_every_check_value() {
        Map<String, String> seen = new TreeMap<>();
        KnownKeys recording = (keyId, checkValue) -> {
            seen.put(keyId, checkValue);
            return true;
        };
        holder(EXAMPLE, ExampleKeys.ALLOWED, recording, new AtomicInteger()).functions();
        assertThat(seen)
                .containsOnlyKeys("link/1", "research/1")
                .allSatisfy((keyId, checkValue) -> assertThat(checkValue).matches("[0-9a-f]{16}"));
    }

    @Test
    void is_suspended_without_configuration() {
        assertSuspended(Optional.empty(), ExampleKeys.ALLOWED, ANY);
    }

    @Test
    void is_suspended_without_a_store() {
        HolderFiles nowhere = new HolderFiles(Path.of("target/none.bcfks"), Path.of("target/none.wachtzin"));
        assertSuspended(Optional.of(nowhere), ExampleKeys.ALLOWED, ANY);
    }

    @Test
    void is_suspended_with_example_keys_in_earnest() {
        assertSuspended(EXAMPLE, ExampleKeys.REFUSED, ANY);
    }

    @Test
    void is_suspended_with_another_key_than_the_stored_values_were_made_with() {
        assertSuspended(EXAMPLE, ExampleKeys.ALLOWED, (keyId, checkValue) -> !keyId.equals("research/1"));
    }

    @Test
    void is_suspended_where_the_store_lacks_a_key() {
        HolderFiles log = new HolderFiles(Path.of("keys-example/log.bcfks"), Path.of("keys-example/log.wachtzin"));
        assertSuspended(Optional.of(log), ExampleKeys.ALLOWED, ANY);
    }

    @Test
    void tries_again_after_a_failure_that_is_not_the_keys() {
        AtomicInteger calls = new AtomicInteger();
        KnownKeys failingOnce = (keyId, checkValue) -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("database away");
            }
            return true;
        };
        LazyHolder<HolderB> holder = holder(EXAMPLE, ExampleKeys.ALLOWED, failingOnce, new AtomicInteger());
        holder.openIfPossible();
        assertThat(holder.functions().layers().generation()).isEqualTo(1);
    }

    @Test
    void is_suspended_for_good_once_a_derivation_went_wrong() {
        AtomicInteger opened = new AtomicInteger();
        LazyHolder<HolderB> holder = holder(EXAMPLE, ExampleKeys.ALLOWED, ANY, opened);
        holder.functions();
        assertThat(holder.suspend(new FaultyDerivation("test")).facts()).isEqualTo(Map.of("sleutelhouder", "b"));
        holder.openIfPossible();
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        assertThat(opened).hasValue(1);
    }

    @Test
    void a_wrong_result_is_forgotten_by_resuming_and_not_by_opening_anew() {
        LazyHolder<HolderB> holder = holder(EXAMPLE, ExampleKeys.ALLOWED, ANY, new AtomicInteger());
        holder.functions();
        holder.suspend(new FaultyDerivation("test"));
        holder.renew();
        assertThat(holder.available()).isFalse();
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        holder.reopen();
        assertThat(holder.available()).isTrue();
    }

    @Test
    void is_suspended_where_the_key_gives_wrong_results_at_the_start() {
        LazyHolder<HolderB> holder =
                new LazyHolder<>("b", EXAMPLE, new KeyAcceptance(ExampleKeys.ALLOWED, ANY, of -> false), store -> {
                    throw new FaultyDerivation("test");
                });
        holder.openIfPossible();
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
    }

    @Test
    void is_not_used_while_its_custodians_have_it_suspended_and_opens_anew_afterwards() {
        AtomicBoolean suspended = new AtomicBoolean();
        AtomicInteger opened = new AtomicInteger();
        KeyAcceptance acceptance = new KeyAcceptance(ExampleKeys.ALLOWED, ANY, "b"::equals);
        LazyHolder<HolderB> never = new LazyHolder<>("b", EXAMPLE, acceptance, store -> new HolderB(store, 1));
        assertThatThrownBy(never::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        acceptance = new KeyAcceptance(ExampleKeys.ALLOWED, ANY, of -> suspended.get());
        LazyHolder<HolderB> holder = new LazyHolder<>("b", EXAMPLE, acceptance, store -> {
            opened.incrementAndGet();
            return new HolderB(store, 1);
        });
        holder.functions();
        suspended.set(true);
        holder.renew();
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        assertThat(holder.available()).isFalse();
        assertThat(holder.checkValues()).containsOnlyKeys("link/1", "research/1");
        suspended.set(false);
        assertThat(holder.functions().layers().generation()).isEqualTo(1);
        assertThat(opened).hasValue(2);
    }

    @Test
    void takes_in_a_store_that_was_missing_once_its_custodians_have_it_opened_anew(@TempDir Path folder)
            throws IOException {
        HolderFiles files = new HolderFiles(folder.resolve("b.bcfks"), Path.of("keys-example/b.wachtzin"));
        LazyHolder<HolderB> holder = holder(Optional.of(files), ExampleKeys.ALLOWED, ANY, new AtomicInteger());
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        Files.copy(Path.of("keys-example/b.bcfks"), files.store());
        assertThatThrownBy(holder::functions).isInstanceOf(PseudonymRefused.Suspended.class);
        holder.reopen();
        assertThat(holder.available()).isTrue();
    }

    private static void assertSuspended(Optional<HolderFiles> files, ExampleKeys examples, KnownKeys known) {
        LazyHolder<HolderB> holder = holder(files, examples, known, new AtomicInteger());
        holder.openIfPossible();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(holder::functions).isInstanceOfSatisfying(PseudonymRefused.Suspended.class, refused -> {
                assertThat(refused.kind()).isEqualTo(Kind.BUSY);
                assertThat(refused.slug()).isEqualTo("sleutels-niet-beschikbaar");
                assertThat(refused.facts()).isEqualTo(Map.of("sleutelhouder", "b"));
            });
        }
    }

    private static LazyHolder<HolderB> holder(
            Optional<HolderFiles> files, ExampleKeys examples, KnownKeys known, AtomicInteger opened) {
        return new LazyHolder<>("b", files, new KeyAcceptance(examples, known, of -> false), (KeyHolder store) -> {
            opened.incrementAndGet();
            return new HolderB(store, 1);
        });
    }
}
