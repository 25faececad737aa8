package nl.schakel.pseudonym.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 in a hardware token, whose key does not leave it. Operations that have ended are used again, because beginning
 * one costs more than a short message. Thread-safe.
 */
final class TokenHmac implements HmacKey {
    private final Provider provider;
    private final SecretKey key;
    private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

    TokenHmac(Provider provider, SecretKey key) {
        this.provider = provider;
        this.key = key;
    }

    @Override
    public Running begin() {
        Mac used = idle.poll();
        return new TokenRunning(used == null ? fresh() : used);
    }

    private Mac fresh() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", provider);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    private FaultyDerivation failed(Exception cause) {
        return new FaultyDerivation("HMAC by " + provider.getName() + " fails", cause);
    }

    private final class TokenRunning implements Running {
        private final Mac mac;

        TokenRunning(Mac mac) {
            this.mac = mac;
        }

        @Override
        public Running update(byte[] bytes, int offset, int length) {
            try {
                mac.update(bytes, offset, length);
                return this;
            } catch (ProviderException e) {
                throw failed(e);
            }
        }

        @Override
        public byte[] tag() {
            try {
                byte[] tag = mac.doFinal();
                idle.add(mac);
                return tag;
            } catch (ProviderException e) {
                throw failed(e);
            }
        }
    }
}
