package nl.schakel.testserver;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing to configure: the service is started as its user would start it. */
public final class SharedContainerConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {}
}
