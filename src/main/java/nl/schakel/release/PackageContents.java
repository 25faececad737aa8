package nl.schakel.release;

import java.time.Instant;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractContent;
import nl.schakel.study.ApprovedStudy;

/** What goes into one package. */
public record PackageContents(
        ReleaseId release, ApprovedStudy study, BuiltExtract extract, ExtractContent content, Instant packedAt) {}
