package io.chask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.edge.FrameSocket;
import io.chask.edge.Problem;
import io.chask.edge.Request;
import io.chask.edge.StreamEndpoint;
import io.chask.inbox.AgentStream;
import io.chask.organization.Organizations;
import io.chask.visitor.VisitorStream;
import io.chask.wire.ClientFrame.Hello;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may open a stream: agents' on pages of the console's own origin, visitors' on origins their organization allows.
/// Which it is, the first frame tells; at the upgrade an origin passes that either may have.
final class Streams implements StreamEndpoint {

    private static final int LONGEST_ORIGIN = 300;

    private final Organizations organizations;
    private final VisitorStream visitors;
    private final AgentStream agents;
    private final @Nullable URI publicUrl;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    Streams(Organizations organizations, VisitorStream visitors, AgentStream agents, @Nullable URI publicUrl) {
        this.organizations = organizations;
        this.visitors = visitors;
        this.agents = agents;
        this.publicUrl = publicUrl;
    }

    @Override
    public Optional<Problem> refuse(Request request) {
        boolean allowed = request.origin()
                .filter(origin -> origin.length() <= LONGEST_ORIGIN)
                .filter(origin -> request.fromOwnPage() || isPublic(origin) || known(origin))
                .isPresent();
        return allowed
                ? Optional.empty()
                : Optional.of(Problem.of(Reason.ORIGIN_NOT_ALLOWED, "No organization allows this origin."));
    }

    private boolean isPublic(String origin) {
        return publicUrl != null && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority());
    }

    private boolean known(String origin) {
        var before = known.getIfPresent(origin);
        if (before != null) {
            return before;
        }
        boolean now = organizations.originKnown(origin);
        known.put(origin, now);
        return now;
    }

    @Override
    public Opening open(FrameSocket socket, Hello hello) {
        return AgentStream.isTicket(hello.token()) ? openAgents(socket, hello) : visitors.open(socket, hello);
    }

    // Before the ticket is looked at: a page that may not use it cannot use it up.
    private Opening openAgents(FrameSocket socket, Hello hello) {
        return socket.ownPage() || socket.origin().filter(this::isPublic).isPresent()
                ? agents.open(socket, hello)
                : new Opening.Refused(CloseCode.ORIGIN_NOT_ALLOWED, Reason.ORIGIN_NOT_ALLOWED);
    }
}
