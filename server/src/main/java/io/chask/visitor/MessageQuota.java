package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.edge.Network;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.Reason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Messages of a visitor; of all visitors behind an address, whatever tokens they have taken; and of all of an
/// organization. Only what is refused by none counts.
final class MessageQuota {

    private final RateLimiter visitors;
    private final RateLimiter addresses;
    private final RateLimiter organizations;

    MessageQuota(RateLimiter visitors, RateLimiter addresses, RateLimiter organizations) {
        this.visitors = visitors;
        this.addresses = addresses;
        this.organizations = organizations;
    }

    /// Takes one; or, when there is none, tells how long until there is.
    Optional<Duration> take(UUID organization, UUID visitor, InetAddress address) {
        var ofVisitor = visitors.take(visitor);
        if (ofVisitor.isPresent()) {
            return ofVisitor;
        }
        var network = Network.of(address);
        var ofAddress = addresses.take(network);
        if (ofAddress.isPresent()) {
            visitors.giveBack(visitor);
            return ofAddress;
        }
        var ofOrganization = organizations.take(organization);
        if (ofOrganization.isPresent()) {
            visitors.giveBack(visitor);
            addresses.giveBack(network);
        }
        return ofOrganization;
    }

    /// Takes one for a request.
    ///
    /// @throws Refused `RATE_LIMITED` when there is none
    void takeFor(UUID organization, UUID visitor, InetAddress address) {
        take(organization, visitor, address).ifPresent(pause -> {
            throw new Refused(Problem.of(Reason.RATE_LIMITED).after(pause));
        });
    }
}
