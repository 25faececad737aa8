package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.bc.EncryptedObjectStoreData;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.PbkdMacIntegrityCheck;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store as the service writes it asks of whoever guesses its pass-phrase, read from the file itself. */
class PassphraseCostTest {
    private static final String SCRYPT = "1.3.6.1.4.1.11591.4.11";
    private static final char[] PASSPHRASE = "twintig tekens of meer".toCharArray();

    private final HolderFiles files;

    PassphraseCostTest(@TempDir Path folder) throws IOException {
        files = new HolderFiles(folder.resolve("b.bcfks"), folder.resolve("b.wachtzin"));
        Files.writeString(files.passphrase(), new String(PASSPHRASE));
    }

    @Test
    void a_store_asks_for_the_work_of_one_pass_over_128_mebibytes_and_opens() throws Exception {
        new KeyEntries().withSecret("link/1", new SecureRandom()).writeTo(files);
        ObjectStore store = store();
        assertCost(check(store).getPbkdAlgorithm(), 1 << 14);
        assertCost(encryption(store), 1 << 14);
        assertThat(check(store).getMac()).isEqualTo(macUnderTheStatedCost(store));
        try (HolderStore opened = HolderStore.open(files, ExampleKeys.REFUSED)) {
            assertThat(opened.keyIds()).containsExactly("link/1");
        }
    }

    @Test
    void an_example_asks_for_none() throws Exception {
        Files.delete(files.passphrase());
        ExampleKeys.write(new KeyEntries().withSecret("link/1", new SecureRandom()), files, new SecureRandom());
        assertThat(files.passphrase()).content().matches("voorbeeld-[0-9a-f]{32}\n");
        assertCost(check(store()).getPbkdAlgorithm(), 2);
        assertCost(encryption(store()), 2);
    }

    private ObjectStore store() throws IOException {
        return ObjectStore.getInstance(Files.readAllBytes(files.store()));
    }

    private static PbkdMacIntegrityCheck check(ObjectStore store) {
        return PbkdMacIntegrityCheck.getInstance(store.getIntegrityCheck().getIntegrityCheck());
    }

    private static KeyDerivationFunc encryption(ObjectStore store) {
        return PBES2Parameters.getInstance(EncryptedObjectStoreData.getInstance(store.getStoreData())
                        .getEncryptionAlgorithm()
                        .getParameters())
                .getKeyDerivationFunc();
    }

    private static void assertCost(KeyDerivationFunc function, int cost) {
        assertThat(function.getAlgorithm().getId()).isEqualTo(SCRYPT);
        assertThat(ASN1OctetString.getInstance(parameters(function)[0]).getOctets())
                .hasSize(32);
        assertThat(number(function, 1)).isEqualTo(cost);
        assertThat(number(function, 2)).isEqualTo(8);
        assertThat(number(function, 3)).isEqualTo(8);
    }

    /** The check of the store by the definition of scrypt with the parameters that the file names, all of them. */
    private static byte[] macUnderTheStatedCost(ObjectStore store) throws IOException, GeneralSecurityException {
        KeyDerivationFunc function = check(store).getPbkdAlgorithm();
        byte[] input = Arrays.concatenate(
                PBEParametersGenerator.PKCS12PasswordToBytes(PASSPHRASE),
                PBEParametersGenerator.PKCS12PasswordToBytes("INTEGRITY_CHECK".toCharArray()));
        byte[] key = SCrypt.generate(
                input,
                ASN1OctetString.getInstance(parameters(function)[0]).getOctets(),
                number(function, 1),
                number(function, 2),
                number(function, 3),
                number(function, 4));
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        return mac.doFinal(store.getStoreData().toASN1Primitive().getEncoded());
    }

    /** RFC 7914, section 7: salt, cost, block size, parallelization, length of the key. */
    private static ASN1Encodable[] parameters(KeyDerivationFunc function) {
        return ASN1Sequence.getInstance(function.getParameters()).toArray();
    }

    private static int number(KeyDerivationFunc function, int place) {
        BigInteger value = ASN1Integer.getInstance(parameters(function)[place]).getValue();
        return value.intValueExact();
    }
}
