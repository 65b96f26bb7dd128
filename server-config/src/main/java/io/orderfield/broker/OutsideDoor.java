package io.orderfield.broker;

import io.netty.channel.Channel;
import java.time.Clock;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Looks at every connection that comes by the acceptor for outside applications; those inside the process pass. Who has to
 * wait after wrong passwords is not let in at all.
 */
final class OutsideDoor implements ActiveMQServerConnectionPlugin {
    private static final String FRAME_DECODER = "activemq-decoder";

    private final SignInBrake brake;
    private final OncePerWindow warnings;

    OutsideDoor(SignInBrake brake, Clock clock) {
        this.brake = brake;
        this.warnings = new OncePerWindow(Logger.getLogger(OutsideDoor.class.getName()), clock);
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (!(connection.getTransportConnection() instanceof NettyServerConnection transport)) {
            return;
        }
        Channel channel = transport.getNettyChannel();
        if (connection instanceof CoreRemotingConnection core) {
            channel.pipeline().addAfter(FRAME_DECODER, "orderfield-door", new CoreDoor(core, warnings));
        }
        if (brake.isShut(SignInBrake.address(channel.remoteAddress()))) {
            // not now: the broker is about to enter the connection in its books
            channel.eventLoop().execute(channel::close);
        }
    }
}
