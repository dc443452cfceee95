package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.stream.StreamSocket;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/// One event loop for all connections of the load, so that nothing in the generator needs a lock and it takes no more
/// than one core.
public final class Network implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Class<? extends Channel> channel;

    /// Starts the loop.
    public Network() {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory handler = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, handler);
        loop = group.next();
        channel = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /// Connects the socket to the target.
    ChannelFuture connect(Target target, StreamSocket socket) {
        return new Bootstrap()
                .group(loop)
                .channel(channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(handler(target, socket))
                .connect(target.url().getHost(), target.port());
    }

    private ChannelHandler handler(Target target, StreamSocket socket) {
        if (!target.isSecure()) {
            return socket;
        }
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel opened) throws SSLException {
                var tls = SslContextBuilder.forClient().build();
                var host = target.url().getHost();
                opened.pipeline().addLast(tls.newHandler(opened.alloc(), host, target.port()), socket);
            }
        };
    }

    EventLoop loop() {
        return loop;
    }

    /// Runs on the loop and waits for the result.
    <T> T on(Callable<T> work) throws InterruptedException {
        try {
            return loop.submit(work).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("on the load's event loop", e.getCause());
        }
    }

    @Override
    public void close() throws InterruptedException {
        group.shutdownGracefully().sync();
    }
}
