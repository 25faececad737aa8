package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import nl.schakel.samples.Samples;
import org.junit.jupiter.api.Test;

class TreeHashTest {
    private static final long SEED = 20261122;
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] root(List<byte[]> leaves) {
        TreeHash tree = new TreeHash();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** Section 2.1 of RFC 6962, word for word. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.sha256().digest();
        }
        if (leaves.size() == 1) {
            return hash(0, leaves.get(0), new byte[0]);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, defined(leaves.subList(0, half)), defined(leaves.subList(half, leaves.size())));
    }

    private static byte[] hash(int prefix, byte[] first, byte[] second) {
        var sha = TreeHash.sha256();
        sha.update((byte) prefix);
        sha.update(first);
        return sha.digest(second);
    }

    @Test
    void the_hash_of_every_size_is_that_of_the_definition() {
        Random random = new Random(SEED);
        List<byte[]> leaves = new ArrayList<>();
        TreeHash growing = new TreeHash();
        for (int size = 0; size < 300; size++) {
            assertThat(growing.root()).as("seed %d, size %d", SEED, size).isEqualTo(defined(leaves));
            assertThat(growing.size()).isEqualTo(size);
            byte[] leaf = new byte[random.nextInt(40)];
            random.nextBytes(leaf);
            leaves.add(leaf.clone());
            growing.add(leaf);
            random.nextBytes(leaf);
        }
    }

    @Test
    void the_published_hashes_are_found() throws IOException {
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(Samples.require("crypto/rfc6962-merkle.json")))) {
            JsonObject vectors = reader.readObject();
            List<byte[]> leaves = new ArrayList<>();
            assertThat(HEX.formatHex(root(leaves))).isEqualTo(vectors.getString("empty_root"));
            JsonArray inputs = vectors.getJsonArray("leaf_inputs");
            for (int i = 0; i < inputs.size(); i++) {
                leaves.add(HEX.parseHex(inputs.getString(i)));
                assertThat(HEX.formatHex(root(leaves)))
                        .isEqualTo(vectors.getJsonArray("root_by_size_1_to_8").getString(i));
            }
            assertThat(leaves).hasSize(8);
        }
    }

    @Test
    void a_tree_goes_on_from_its_frontier() {
        Random random = new Random(SEED);
        for (int size = 0; size < 130; size++) {
            TreeHash whole = new TreeHash();
            for (int n = 0; n < size; n++) {
                whole.add(new byte[] {(byte) n});
            }
            assertThat(whole.frontier()).hasSize(Integer.bitCount(size));
            TreeHash resumed = TreeHash.resume(size, whole.frontier());
            for (int more = random.nextInt(70); more >= 0; more--) {
                assertThat(resumed.root()).as("seed %d, from %d", SEED, size).isEqualTo(whole.root());
                byte[] leaf = {(byte) random.nextInt()};
                whole.add(leaf);
                resumed.addHash(resumed.leafHash(leaf));
            }
            assertThat(resumed.size()).isEqualTo(whole.size());
            assertThat(resumed.frontier()).usingRecursiveComparison().isEqualTo(whole.frontier());
        }
    }

    @Test
    void the_frontier_of_another_size_is_refused() {
        byte[] hash = new byte[TreeHash.LENGTH];
        assertThatThrownBy(() -> TreeHash.resume(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.resume(0, List.of(hash))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.resume(3, List.of(hash))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.resume(1, List.of(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeHash.resume(4, List.of(hash, hash))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_given_out_or_taken_in_may_be_changed() {
        TreeHash tree = new TreeHash();
        tree.add(new byte[] {1});
        byte[] root = tree.root();
        tree.frontier().get(0)[0]++;
        List<byte[]> given = tree.frontier();
        TreeHash resumed = TreeHash.resume(1, given);
        given.get(0)[0]++;
        assertThat(tree.root()).isEqualTo(root);
        assertThat(resumed.root()).isEqualTo(root);
    }

    @Test
    void another_order_and_another_leaf_give_another_hash() {
        List<byte[]> leaves = List.of(new byte[] {1}, new byte[] {2}, new byte[] {3});
        assertThat(root(List.of(leaves.get(1), leaves.get(0), leaves.get(2)))).isNotEqualTo(root(leaves));
        assertThat(root(List.of(leaves.get(0), leaves.get(1)))).isNotEqualTo(root(leaves));
    }
}
