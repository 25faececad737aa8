package nl.schakel.pseudonym.page;

import java.util.List;
import nl.schakel.pseudonym.QuotaRegister.Standing;
import nl.schakel.pseudonym.RaiseQuota;

/**
 * The page of quotas.
 *
 * @param done whether a school was just given more
 * @param typed what was filled in
 */
public record QuotaView(String year, List<Standing> schools, boolean done, RaiseQuota.Wish typed) {}
