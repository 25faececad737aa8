package nl.schakel.platform.web;

import java.util.Optional;

/**
 * Port: what a later feature adds to the page of something that an earlier feature shows, so that people can follow it
 * further. A page asks every implementation after it has decided that the visitor may see the thing.
 */
public interface Annex {
    /**
     * The addition; empty where the feature has nothing to do with that page, or nothing for this visitor.
     *
     * @param portalPath path of the page below the portal, {@code onderzoeken/<number>}
     */
    Optional<AnnexPart> part(String portalPath);
}
