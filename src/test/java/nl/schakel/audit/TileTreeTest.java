package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the definitions of RFC 6962, section 2.1, computed from the leaves by recursion. */
class TileTreeTest {
    private static final int LEAVES = 70_000;
    private static final List<byte[]> HASHES = new ArrayList<>();
    private static final List<List<byte[]>> LEVELS = new ArrayList<>();

    @BeforeAll
    static void leaves() {
        for (int i = 0; i < LEAVES; i++) {
            HASHES.add(sha(new byte[] {0}, ByteBuffer.allocate(4).putInt(i).array()));
        }
        List<byte[]> level = HASHES;
        while (!level.isEmpty()) {
            LEVELS.add(level);
            List<byte[]> above = new ArrayList<>();
            for (int at = 0; at + Tiles.WIDTH <= level.size(); at += Tiles.WIDTH) {
                above.add(rfc(level.subList(at, at + Tiles.WIDTH)));
            }
            level = above;
        }
    }

    private static byte[] sha(byte[]... parts) {
        MessageDigest sha = TreeHash.sha256();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    /** MTH(D[n]) over hashes of leaves. */
    private static byte[] rfc(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        return sha(new byte[] {1}, rfc(hashes.subList(0, k)), rfc(hashes.subList(k, hashes.size())));
    }

    private static byte[] tile(int level, long index) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        if (level < LEVELS.size()) {
            List<byte[]> hashes = LEVELS.get(level);
            int from = (int) Math.min(hashes.size(), index * Tiles.WIDTH);
            hashes.subList(from, Math.min(hashes.size(), from + Tiles.WIDTH)).forEach(tile::writeBytes);
        }
        return tile.toByteArray();
    }

    private static TileTree tree() {
        return new TileTree(TileTreeTest::tile);
    }

    @Test
    void no_entries_have_the_hash_of_nothing() {
        assertThat(tree().root(0)).isEqualTo(sha());
        assertThat(tree().frontier(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, LEAVES})
    void the_root_is_that_of_the_leaves_whatever_tiles_are_read(int size) {
        assertThat(tree().root(size)).isEqualTo(rfc(HASHES.subList(0, size)));
    }

    @Test
    void roots_and_proofs_of_random_sizes_verify() {
        Random random = new Random(20260901);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(LEAVES);
            int older = random.nextInt(size + 1);
            int index = random.nextInt(size);
            String of = "size " + size + ", older " + older + ", index " + index;
            byte[] root = tree().root(size);
            assertThat(fromPath(index, size, tree().inclusion(index, size)))
                    .as(of)
                    .isEqualTo(root);
            if (older > 0) {
                assertThat(consistent(older, size, tree().root(older), root, tree().consistency(older, size)))
                        .as(of)
                        .isTrue();
            }
            assertThat(folded(tree().frontier(size))).as(of).isEqualTo(root);
        }
    }

    /** RFC 9162, section 2.1.3.2. */
    private static byte[] fromPath(long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] r = HASHES.get((int) index);
        for (byte[] p : path) {
            assertThat(sn).isPositive();
            if ((fn & 1) == 1 || fn == sn) {
                r = sha(new byte[] {1}, p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = sha(new byte[] {1}, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return r;
    }

    /** RFC 9162, section 2.1.4.2. */
    private static boolean consistent(long older, long newer, byte[] first, byte[] second, List<byte[]> proof) {
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(first, second);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.add(0, first);
        }
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = sha(new byte[] {1}, c, fr);
                sr = sha(new byte[] {1}, c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = sha(new byte[] {1}, sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, first) && Arrays.equals(sr, second);
    }

    private static byte[] folded(List<byte[]> frontier) {
        byte[] root = frontier.get(frontier.size() - 1);
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = sha(new byte[] {1}, frontier.get(i), root);
        }
        return root;
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 5", "6, 5", "0, 0"})
    void there_is_no_path_of_an_entry_that_is_not_there(long index, long size) {
        assertThatThrownBy(() -> tree().inclusion(index, size)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void a_log_that_shrank_has_no_proof(long older, long newer) {
        assertThatThrownBy(() -> tree().consistency(older, newer)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 5"})
    void nothing_is_to_be_proved_from_nothing_or_to_itself(long older, long newer) {
        assertThat(tree().consistency(older, newer)).isEmpty();
    }

    @Test
    void a_tile_that_is_shorter_than_the_log_is_found_out() {
        TileTree cut = new TileTree((level, index) -> Arrays.copyOf(tile(level, index), level == 0 ? 3 * 32 : 8192));
        assertThatThrownBy(() -> cut.root(5)).isInstanceOf(IllegalStateException.class);
    }
}
