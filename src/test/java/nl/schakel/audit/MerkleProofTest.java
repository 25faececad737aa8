package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleProofTest {
    private static final List<byte[]> LEAVES = IntStream.range(0, 40)
            .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) i}))
            .toList();

    private static List<JsonObject> vectors(String name) throws IOException {
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(Samples.require("crypto/rfc6962-merkle.json")))) {
            return reader.readObject().getJsonArray(name).getValuesAs(JsonObject.class);
        }
    }

    private static byte[] bytes(JsonObject vector, String name) {
        return vector.get(name) instanceof JsonString text ? Base64.getDecoder().decode(text.getString()) : new byte[0];
    }

    private static List<byte[]> path(JsonObject vector) {
        JsonValue path = vector.get("proof");
        return path instanceof JsonArray hashes
                ? hashes.getValuesAs(JsonString.class).stream()
                        .map(hash -> Base64.getDecoder().decode(hash.getString()))
                        .toList()
                : List.of();
    }

    private static long number(JsonObject vector, String name) {
        return vector.getJsonNumber(name).bigIntegerValue().longValue(); // some are 2^64 - 1
    }

    @Test
    void the_published_proofs_of_inclusion_hold_or_fail_as_published() throws IOException {
        List<JsonObject> vectors = vectors("inclusion");
        assertThat(vectors).hasSize(98);
        assertThat(vectors).allSatisfy(vector -> assertThat(MerkleProof.includes(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        bytes(vector, "leafHash"),
                        path(vector),
                        bytes(vector, "root")))
                .as(vector.getString("file"))
                .isNotEqualTo(vector.getBoolean("wantErr")));
    }

    @Test
    void the_published_proofs_of_consistency_hold_or_fail_as_published() throws IOException {
        List<JsonObject> vectors = vectors("consistency");
        assertThat(vectors).hasSize(98);
        assertThat(vectors).allSatisfy(vector -> assertThat(MerkleProof.extend(
                        number(vector, "size1"),
                        number(vector, "size2"),
                        bytes(vector, "root1"),
                        bytes(vector, "root2"),
                        path(vector)))
                .as(vector.getString("file"))
                .isNotEqualTo(vector.getBoolean("wantErr")));
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? new TreeHash().root() : leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    /** PATH of RFC 6962, section 2.1.1. */
    private static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, half);
        List<byte[]> right = leaves.subList(half, leaves.size());
        return index < half
                ? append(inclusion(index, left), root(right))
                : append(inclusion(index - half, right), root(left));
    }

    /** SUBPROOF of RFC 6962, section 2.1.2. */
    private static List<byte[]> consistency(int before, List<byte[]> leaves, boolean whole) {
        if (before == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, half);
        List<byte[]> right = leaves.subList(half, leaves.size());
        return before <= half
                ? append(consistency(before, left, whole), root(right))
                : append(consistency(before - half, right, false), root(left));
    }

    private static List<byte[]> append(List<byte[]> path, byte[] hash) {
        return Stream.concat(path.stream(), Stream.of(hash)).toList();
    }

    /** Each byte of each hash changed, a hash dropped, one doubled, the order reversed. */
    private static List<List<byte[]>> damaged(List<byte[]> path) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            byte[] hash = path.get(i).clone();
            hash[i % hash.length] ^= 1;
            List<byte[]> changed = new ArrayList<>(path);
            changed.set(i, hash);
            List<byte[]> shorter = new ArrayList<>(path);
            shorter.remove(i);
            List<byte[]> longer = new ArrayList<>(path);
            longer.add(i, path.get(i));
            all.addAll(List.of(changed, shorter, longer));
        }
        if (path.size() > 1) {
            List<byte[]> reversed = new ArrayList<>(path);
            Collections.reverse(reversed);
            all.add(reversed);
        }
        return all;
    }

    @Test
    void every_leaf_of_every_small_tree_is_proved_and_no_damaged_proof_holds() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            List<byte[]> leaves = LEAVES.subList(0, size);
            byte[] root = root(leaves);
            for (int i = 0; i < size; i++) {
                List<byte[]> path = inclusion(i, leaves);
                assertThat(MerkleProof.includes(i, size, leaves.get(i), path, root))
                        .isTrue();
                assertThat(MerkleProof.includes((i + 1) % size, size, leaves.get(i), path, root))
                        .isEqualTo(size == 1);
                int index = i;
                int count = size;
                assertThat(damaged(path))
                        .noneMatch(wrong -> MerkleProof.includes(index, count, leaves.get(index), wrong, root));
            }
        }
    }

    @Test
    void every_growth_of_every_small_tree_is_proved_and_no_damaged_proof_holds() {
        for (int after = 1; after <= LEAVES.size(); after++) {
            List<byte[]> leaves = LEAVES.subList(0, after);
            for (int before = 1; before <= after; before++) {
                byte[] earlier = root(leaves.subList(0, before));
                byte[] later = root(leaves);
                List<byte[]> path = consistency(before, leaves, true);
                int from = before;
                int to = after;
                assertThat(MerkleProof.extend(from, to, earlier, later, path)).isTrue();
                assertThat(MerkleProof.extend(from, to, later, earlier, path)).isEqualTo(from == to);
                assertThat(damaged(path)).noneMatch(wrong -> MerkleProof.extend(from, to, earlier, later, wrong));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void a_hash_of_another_length_proves_nothing(int length) {
        byte[] root = root(LEAVES.subList(0, 2));
        List<byte[]> path = List.of(new byte[length]);
        assertThat(MerkleProof.includes(0, 2, LEAVES.get(0), path, root)).isFalse();
        assertThat(MerkleProof.includes(0, 1, new byte[length], List.of(), new byte[length]))
                .isFalse();
        assertThat(MerkleProof.extend(1, 2, LEAVES.get(0), root, path)).isFalse();
    }

    @Test
    void nothing_is_proved_about_an_empty_tree_or_a_place_outside_the_tree() {
        byte[] none = new TreeHash().root();
        byte[] root = root(LEAVES);
        assertThat(MerkleProof.extend(0, 40, none, root, List.of())).isFalse();
        assertThat(MerkleProof.extend(0, 0, none, none, List.of())).isFalse();
        assertThat(MerkleProof.extend(40, 0, root, none, List.of())).isFalse();
        assertThat(MerkleProof.extend(-1, 40, none, root, List.of())).isFalse();
        assertThat(MerkleProof.includes(-1, 40, LEAVES.get(0), List.of(), root)).isFalse();
        assertThat(MerkleProof.includes(40, 40, LEAVES.get(0), List.of(), root)).isFalse();
        assertThat(MerkleProof.includes(0, 0, LEAVES.get(0), List.of(), none)).isFalse();
    }
}
