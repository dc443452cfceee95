package io.chask.visitor;

import io.chask.api.Identities;
import io.chask.api.SocketConnection;
import io.chask.contact.Arrival;
import io.chask.contact.Identification;
import io.chask.contact.Identified;
import io.chask.delivery.Fanout;
import io.chask.delivery.Subscription;
import io.chask.delivery.Subscriptions;
import io.chask.edge.Problem;
import io.chask.edge.Problem.FieldError;
import io.chask.edge.Refused;
import io.chask.identity.Finding;
import io.chask.identity.Flaw;
import io.chask.identity.IdentityMode;
import io.chask.identity.Verdict;
import io.chask.organization.Token;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a page says of who its visitor is, held against the organization's settings.
final class Identifying {

    private final Identities identities;
    private final Identification identification;
    private final Subscriptions subscriptions;
    private final Fanout fanout;

    Identifying(Identities identities, Identification identification, Subscriptions subscriptions, Fanout fanout) {
        this.identities = identities;
        this.identification = identification;
        this.subscriptions = subscriptions;
        this.fanout = fanout;
    }

    /// Makes the device's visitor the one the identity token names; empty where tokens are not looked at. Blocks.
    ///
    /// @param before the token the device had
    /// @throws Refused `IDENTITY_INVALID` naming the one check that failed, `BANNED` or `UNAVAILABLE`
    Optional<Identified> identify(UUID organization, @Nullable Token before, String token, Arrival arrival) {
        var settings = identities.settings(organization);
        if (settings.mode() == IdentityMode.OFF) {
            return Optional.empty();
        }
        return switch (identities.tokens().verify(organization, settings, token)) {
            case Verdict.Invalid(Finding finding) -> throw refused(finding);
            case Verdict.Verified(var identity) -> {
                var identified = identification.identify(organization, before, identity, arrival);
                tell(identified);
                if (identified.visitor().blocked()) {
                    throw new Refused(Reason.BANNED, WidgetAccess.BLOCKED);
                }
                yield Optional.of(identified);
            }
        };
    }

    private static Refused refused(Finding finding) {
        if (finding.flaw() == Flaw.KEYS_UNAVAILABLE) {
            return new Refused(Reason.UNAVAILABLE, finding.sentence());
        }
        var field = new FieldError("token." + finding.subject(), finding.sentence());
        return new Refused(new Problem(Reason.IDENTITY_INVALID, finding.sentence(), null, List.of(field), Map.of()));
    }

    /// Whoever hears of the wrong conversations now comes again: here at once, on other nodes when they see the
    /// revocation.
    private void tell(Identified identified) {
        var visitor = identified.visitor();
        fanout.visitorChanged(visitor.organization(), visitor.id());
        var former = identified.former() == null ? visitor.id() : identified.former();
        subscriptions.ofVisitor(visitor.organization(), former).stream()
                .filter(Identifying::isAnonymous)
                .forEach(Identifying::comeAgain);
        if (identified.moved() > 0) {
            subscriptions.ofVisitor(visitor.organization(), visitor.id()).forEach(Identifying::comeAgain);
        }
    }

    private static boolean isAnonymous(Subscription subscription) {
        return subscription.connection() instanceof SocketConnection socket && socket.device() == null;
    }

    private static void comeAgain(Subscription subscription) {
        subscription.connection().close(CloseCode.DRAINING);
    }

    /// Whether an id may be kept without a token.
    ///
    /// @throws Refused `IDENTITY_REQUIRED`
    void checkUnverified(UUID organization) {
        if (identities.settings(organization).mode() == IdentityMode.ENFORCED) {
            throw new Refused(
                    Reason.IDENTITY_REQUIRED,
                    "The organization takes a user's id only with an identity token: give user.token or getUserToken.");
        }
    }

    /// A visitor who is verified stays who he is.
    ///
    /// @throws Refused `IDENTITY_INVALID`
    static void checkSame(String verified, @Nullable String given) {
        if (given != null && !given.equals(verified)) {
            var field = new FieldError("id", "is not the subject of the identity token");
            throw new Refused(new Problem(
                    Reason.IDENTITY_INVALID,
                    "id must be the subject of the identity token.",
                    null,
                    List.of(field),
                    Map.of()));
        }
    }
}
