package nl.schakel.pseudonym.crypto;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.platform.secret.KeysUnavailable;

/** The function of one key in a process of its own. A call is one exchange. Thread-safe. */
final class ProcessKeys implements PointMultiplier, HmacKey {
    private static final int TAG = 32;

    private final HolderProcess process;
    private final String keyId;

    /** @throws KeysUnavailable where the process has no such key */
    ProcessKeys(HolderProcess process, String keyId) {
        if (!process.checkValues().containsKey(keyId)) {
            throw new KeysUnavailable(KeysUnavailable.Reason.KEY_MISSING, keyId + " in " + process);
        }
        this.process = process;
        this.keyId = keyId;
    }

    /** The products by the key. @throws KeysAway where the process does not answer as it should */
    List<CurvePoint> products(List<CurvePoint> points) {
        List<byte[]> asked = points.stream().map(CurvePoint::uncompressed).toList();
        List<CurvePoint> products = new ArrayList<>(points.size());
        for (byte[] answer : answered(() -> process.multiply(keyId, asked))) {
            products.add(CurvePoint.decode(answer).orElseThrow(() -> new KeysAway(process + ": no point")));
        }
        return products;
    }

    @Override
    public List<byte[]> multiply(List<CurvePoint> points) {
        return products(points).stream().map(CurvePoint::compressed).toList();
    }

    @Override
    public byte[] tag(byte[] message) {
        byte[] tag = answered(() -> process.tag(keyId, List.of(message))).get(0);
        if (tag.length != TAG) {
            throw new KeysAway(process + ": no tag");
        }
        return tag;
    }

    private static List<byte[]> answered(Supplier<List<byte[]>> question) {
        try {
            return question.get();
        } catch (KeysUnavailable e) {
            throw new FaultyDerivation("the process of the keys found a faulty derivation", e);
        }
    }

    @Override
    public Running begin() {
        return new Message();
    }

    /** Collects the message, which is sent whole. */
    private final class Message implements Running {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public Running update(byte[] more, int offset, int length) {
            bytes.write(more, offset, length);
            return this;
        }

        @Override
        public byte[] tag() {
            return ProcessKeys.this.tag(bytes.toByteArray());
        }
    }
}
