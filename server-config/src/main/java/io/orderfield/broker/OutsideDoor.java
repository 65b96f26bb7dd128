package io.orderfield.broker;

import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Looks at every connection that comes by the acceptor for outside applications; those inside the process pass. */
final class OutsideDoor implements ActiveMQServerConnectionPlugin {
    private static final String FRAME_DECODER = "activemq-decoder";

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (!(connection.getTransportConnection() instanceof NettyServerConnection transport)) {
            return;
        }
        if (connection instanceof CoreRemotingConnection core) {
            transport.getNettyChannel().pipeline().addAfter(FRAME_DECODER, "orderfield-door", new CoreDoor(core));
        }
    }
}
