package nl.schakel.delivery;

/**
 * The answer to a delivery.
 *
 * @param delivery in state {@link DeliveryState#CHECKED} where it was only checked: then nothing of it is stored
 * @param repeated whether the same file came before under the same key, so that this is the receipt of then
 */
public record Receipt(Delivery delivery, Findings findings, boolean repeated) {
    /** Whether the file was only checked. */
    public boolean isTrial() {
        return delivery.state() == DeliveryState.CHECKED;
    }
}
