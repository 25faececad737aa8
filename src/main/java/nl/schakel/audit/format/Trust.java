package nl.schakel.audit.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ServiceLoader;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.WitnessPolicy;

/**
 * Whom a verifier believes.
 *
 * @param signer the key of manifests, where it is known
 */
record Trust(WitnessPolicy policy, Optional<VerificationKey> signer, Signatures signatures) {

    /** @throws EvidenceRejected where policy or key have another form */
    static Trust of(BundleCheck.Order order) {
        WitnessPolicy policy = WitnessPolicy.read(order.policy().getBytes(StandardCharsets.UTF_8));
        if (policy.logs().isEmpty()) {
            throw new EvidenceRejected("het beleid noemt geen logboek");
        }
        Optional<VerificationKey> signer = order.signer().map(String::strip).map(VerificationKey::read);
        if (signer.isPresent() && signer.get().type() != SignatureType.ED25519) {
            throw new EvidenceRejected("de sleutel van de ondertekenaar is van een soort die geen lijsten ondertekent");
        }
        Signatures signatures = ServiceLoader.load(Signatures.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Signatures ontbreekt op het klassepad"));
        return new Trust(policy, signer, signatures);
    }

    boolean knows(String origin) {
        return policy.logs().stream().anyMatch(log -> log.key().name().equals(origin));
    }
}
