package io.orderfield.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Set;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionResponseMessage;

/**
 * Stands behind the frame decoder of a CORE connection from outside and looks at each packet before anything else does,
 * even its decoder. Until somebody has signed in only the handshake of a client passes; afterwards what sessions send,
 * too. Whoever sends anything else is disconnected: what brokers say to each other (clusters, replication, federation),
 * which nobody from outside has to say here, and the creation of queues beside a session, for which the broker asks no
 * right.
 *
 * <p>A session is not taken over by a new connection, since all that the broker asks for is the session's name. The client
 * is told that there is no such session; it then signs in and opens one anew, as after a restart of the broker.
 */
final class CoreDoor extends ChannelInboundHandlerAdapter {
    private static final int TYPE_AND_CHANNEL = Byte.BYTES + Long.BYTES;

    private static final Set<Byte> ABOUT_THE_CONNECTION =
            Set.of(PacketImpl.PING, PacketImpl.SUBSCRIBE_TOPOLOGY, PacketImpl.SUBSCRIBE_TOPOLOGY_V2);

    private static final Set<Byte> SIGN_IN =
            Set.of(PacketImpl.CREATESESSION, PacketImpl.CREATESESSION_V2, PacketImpl.CHECK_FOR_FAILOVER);

    private static final Set<Byte> OF_SESSIONS_TOO = Set.of(
            PacketImpl.PACKETS_CONFIRMED,
            PacketImpl.CREATE_QUEUE,
            PacketImpl.CREATE_QUEUE_V2,
            PacketImpl.CREATE_SHARED_QUEUE,
            PacketImpl.CREATE_SHARED_QUEUE_V2,
            PacketImpl.CREATE_ADDRESS,
            PacketImpl.DELETE_QUEUE,
            PacketImpl.CREATE_PRODUCER,
            PacketImpl.REMOVE_PRODUCER,
            PacketImpl.SESS_ADD_METADATA,
            PacketImpl.SESS_ADD_METADATA2,
            PacketImpl.SESS_UNIQUE_ADD_METADATA);

    private final CoreRemotingConnection connection;
    private final OncePerWindow warnings;
    private boolean shut;

    CoreDoor(CoreRemotingConnection connection, OncePerWindow warnings) {
        this.connection = connection;
        this.warnings = warnings;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf frame = (ByteBuf) message;
        int start = frame.readerIndex();
        boolean whole = frame.readableBytes() >= TYPE_AND_CHANNEL;
        byte type = whole ? frame.getByte(start) : 0;
        long channel = whole ? frame.getLong(start + Byte.BYTES) : -1;
        if (!shut && passes(type, channel)) {
            context.fireChannelRead(message);
            return;
        }
        frame.release();
        if (!shut && type == PacketImpl.REATTACH_SESSION && channel == CHANNEL_ID.SESSION.id) {
            connection.getChannel(channel, -1).send(new ReattachSessionResponseMessage(-1, false));
        } else if (!shut) {
            shut = true;
            warnings.warn(
                    SignInBrake.address(context.channel().remoteAddress()),
                    connection.getRemoteAddress() + " is disconnected: it sent packet " + type + " on channel "
                            + channel + (signedIn() ? ", signed in" : ", not signed in"));
            context.close();
        }
    }

    private boolean passes(byte type, long channel) {
        if (channel == CHANNEL_ID.PING.id) {
            return ABOUT_THE_CONNECTION.contains(type);
        }
        if (channel == CHANNEL_ID.SESSION.id) {
            return SIGN_IN.contains(type);
        }
        return channel >= CHANNEL_ID.USER.id && signedIn() && isOfASession(type);
    }

    private boolean signedIn() {
        return connection.getSubject() != null;
    }

    private static boolean isOfASession(byte type) {
        return (type >= PacketImpl.SESS_XA_FAILED && type <= PacketImpl.SESS_PRODUCER_FAIL_CREDITS)
                || OF_SESSIONS_TOO.contains(type);
    }
}
