package com.quanticity.ibkr.test;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, bound to one host port for its whole life so that it can go away and come back. */
final class ContainerServer implements TestServer {

    private final int port = FreePort.find();
    private final GenericContainer<?> container;

    ContainerServer(String image, int innerPort, Map<String, String> environment, WaitStrategy ready) {
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withEnv(environment)
                .withExposedPorts(innerPort)
                .waitingFor(ready);
        container.setPortBindings(List.of(port + ":" + innerPort));
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        if (container.getContainerId() == null) {
            container.start();
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void stop() {
        if (isRunning()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public boolean isRunning() {
        if (container.getContainerId() == null) {
            return false;
        }
        InspectContainerResponse now = container
                .getDockerClient()
                .inspectContainerCmd(container.getContainerId())
                .exec();
        return Boolean.TRUE.equals(now.getState().getRunning());
    }
}
