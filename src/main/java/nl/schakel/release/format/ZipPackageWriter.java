package nl.schakel.release.format;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.extract.ExtractContent;
import nl.schakel.pseudonym.ResearchPseudonym;
import nl.schakel.release.PackageContents;
import nl.schakel.release.PackageNotes;
import nl.schakel.release.PackageWriter;
import nl.schakel.release.Sha256;

/** The package as a zip: data, codebook, label scripts, report, and last the manifest with its signature. */
@Dependent
public class ZipPackageWriter implements PackageWriter {
    private final ManifestSigner signer;

    @Inject
    public ZipPackageWriter(ManifestSigner signer) {
        this.signer = signer;
    }

    @Override
    public void write(PackageContents contents, OutputStream out) throws IOException {
        List<ExtractColumn> columns = contents.content().columns();
        try (PackageZip zip = new PackageZip(out, contents.packedAt())) {
            PackedFile data = zip.add(PackageNames.DATA, writer -> writeRows(contents.content(), writer));
            zip.add("codeboek.csv", writer -> new Codebook(columns).writeCsv(writer));
            zip.add("codeboek.html", new CodebookPage(contents).html());
            zip.add("datapackage.json", new DataPackage(contents, data).json());
            zip.add("lees.R", new RScript(columns).text());
            zip.add("lees.py", new PythonScript(columns).text());
            zip.add("lees.do", new StataScript(columns).text());
            zip.add("lees.sps", new SpssScript(columns).text());
            zip.add("risico.json", RiskReport.json(contents.extract()));
            String manifest = new Manifest(contents, signer.verificationKey()).json(zip.files());
            zip.add(PackageNames.MANIFEST, manifest);
            Sha256 digest = Sha256.of(manifest.getBytes(StandardCharsets.UTF_8));
            zip.add(
                    PackageNames.SIGNATURE,
                    signer.sign(PackageNotes.manifest(contents.release(), digest))
                            .value());
        }
    }

    private static void writeRows(ExtractContent content, Writer writer) throws IOException {
        Csv csv = new Csv(writer);
        List<ExtractColumn> columns = content.columns();
        csv.text(PackageNames.PSEUDONYM);
        for (ExtractColumn column : columns) {
            csv.text(column.name());
        }
        csv.end();
        int[] decimals = columns.stream().mapToInt(ExtractColumn::decimals).toArray();
        try {
            content.forEachRow((pseudonym, values) -> writeRow(csv, pseudonym, values, decimals));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeRow(Csv csv, ResearchPseudonym pseudonym, int[] values, int[] decimals) {
        try {
            csv.text(pseudonym.value());
            for (int i = 0; i < values.length; i++) {
                csv.number(values[i], decimals[i]);
            }
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
