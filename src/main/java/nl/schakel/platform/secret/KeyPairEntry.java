package nl.schakel.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key pair as a key store wants it: the private key with a certificate that the key signs itself. The certificate only
 * carries the public half; nobody trusts it, so it never expires.
 */
final class KeyPairEntry {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Date NO_BEGIN = Date.from(Instant.EPOCH);
    private static final Date NO_END = Date.from(Instant.parse("9999-12-31T23:59:59Z"));

    private final PrivateKey privateKey;
    private final Certificate certificate;

    private KeyPairEntry(AsymmetricKeyParameter secret, AsymmetricKeyParameter open, String algorithm) {
        try {
            privateKey = BouncyCastleProvider.getPrivateKey(PrivateKeyInfoFactory.createPrivateKeyInfo(secret));
            SubjectPublicKeyInfo info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open);
            X500Name name = new X500Name("CN=Schakel");
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(name, BigInteger.ONE, NO_BEGIN, NO_END, name, info);
            certificate = new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(PROVIDER)
                            .build(privateKey)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPairEntry ofSeed(SecretBytes seed) {
        byte[] bytes = seed.copy();
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(bytes);
        Arrays.fill(bytes, (byte) 0);
        return new KeyPairEntry(key, key.generatePublicKey(), "Ed25519");
    }

    static KeyPairEntry ofCurve(CurveKey key) {
        ECNamedDomainParameters group = ECNamedDomainParameters.lookup(X9ObjectIdentifiers.prime256v1);
        byte[] scalar = key.scalar().copy();
        ECPrivateKeyParameters secret = new ECPrivateKeyParameters(new BigInteger(1, scalar), group);
        Arrays.fill(scalar, (byte) 0);
        ECPublicKeyParameters open = new ECPublicKeyParameters(group.getCurve().decodePoint(key.publicPoint()), group);
        return new KeyPairEntry(secret, open, "SHA256withECDSA");
    }

    /** The 32-byte seed inside a stored Ed25519 key. */
    static SecretBytes seedOf(EdDSAPrivateKey key) {
        try {
            AsymmetricKeyParameter parameters = PrivateKeyFactory.createKey(key.getEncoded());
            return SecretBytes.copyOf(((Ed25519PrivateKeyParameters) parameters).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    Certificate[] chain() {
        return new Certificate[] {certificate};
    }
}
