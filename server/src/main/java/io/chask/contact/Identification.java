package io.chask.contact;

import io.chask.database.Database;
import io.chask.identity.Identity;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes a visitor the one his identity token names (docs/decisions/0010). An anonymous one becomes that person or,
/// where
/// the organization knows the person already, hands his conversations over and is followed from then on. A visitor who
/// is somebody already never becomes somebody else.
public final class Identification {

    /// How long a token may be used after it has ended, for clocks that differ.
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Database database;
    private final RandomGenerator random;

    /// @param random a cryptographic source, for tokens
    public Identification(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /// Identifies whoever has this token; without one, or with one that counts no more, a new device of that person.
    /// Several at once for one person take turns, so each conversation is handed over once. Blocks.
    ///
    /// @param before the token the device had
    public Identified identify(UUID organization, @Nullable Token before, Identity identity, Arrival arrival) {
        return database.inOrganization(organization, handle -> {
            var table = new IdentificationTable(handle, organization);
            table.takeTurn(identity.userId());
            var former = before == null ? Optional.<FormerVisitor>empty() : table.lockFormer(before);
            var moving = former.filter(FormerVisitor::isAnonymous);
            var known = table.find(identity.userId());
            long moved = 0;
            UUID contact;
            if (known.isPresent()) {
                contact = known.get();
                moved = moving.map(from -> table.merge(from.id(), contact)).orElse(0L);
            } else {
                contact = moving.map(FormerVisitor::id).orElseGet(() -> table.insert(arrival));
            }
            moving.ifPresent(from -> replaceToken(handle, table, organization, from));
            if (moved > 0) {
                Revocations.record(handle, organization, Kind.GAINED, contact);
            }
            table.save(contact, identity, arrival);
            var token = session(table, before, contact, identity, arrival);
            var merged = former.filter(from -> from.becomes(contact)).map(FormerVisitor::id);
            return new Identified(token, Tokens.visitor(handle, organization, contact), merged.orElse(null), moved);
        });
    }

    private static void replaceToken(
            Handle handle, IdentificationTable table, UUID organization, FormerVisitor former) {
        table.expireToken(former.id());
        Revocations.record(handle, organization, Kind.IDENTIFIED, former.id());
    }

    /// The session the device had, prolonged, if it is this person's; else a new one, and an end to the other's.
    private Token session(
            IdentificationTable table, @Nullable Token before, UUID contact, Identity identity, Arrival arrival) {
        var end = identity.expiresAt().plus(LEEWAY);
        if (before != null) {
            if (table.prolong(before, contact, end)) {
                return before;
            }
            table.endSession(before);
        }
        var doings = new Doings(table.handle(), table.organization());
        doings.met(contact, arrival.page());
        doings.identified(contact);
        var token = Token.create(table.organization(), random);
        table.insertSession(token, contact, end, arrival);
        return token;
    }
}
