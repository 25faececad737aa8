package nl.schakel.testserver;

import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Deploys test archives into the shared service: one server for all classes. */
public final class SharedContainer implements DeployableContainer<SharedContainerConfiguration> {
    @Override
    public Class<SharedContainerConfiguration> getConfigurationClass() {
        return SharedContainerConfiguration.class;
    }

    @Override
    public void setup(SharedContainerConfiguration configuration) {}

    @Override
    public void start() {
        RunningService.shared();
    }

    @Override
    public void stop() {}

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        RunningService service = RunningService.shared();
        Path war = service.home().resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        service.deploy(name(archive), war);
        HTTPContext context = new HTTPContext("localhost", service.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/" + name(archive)));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        RunningService.shared().undeploy(name(archive));
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replace(".war", "");
    }
}
