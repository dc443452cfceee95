package io.chask.contact;

import io.chask.database.Database;
import io.chask.identity.Identity;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
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
    private final DescriptionListener listener;

    /// @param random a cryptographic source, for tokens
    public Identification(Database database, RandomGenerator random, DescriptionListener listener) {
        this.database = database;
        this.random = random;
        this.listener = listener;
    }

    private record Done(Identified identified, List<UUID> outdated) {}

    /// Identifies whoever has this token; without one, or with one that counts no more, a new device of that person.
    /// Several at once for one person take turns, so each conversation is handed over once. Blocks.
    ///
    /// @param before the token the device had
    public Identified identify(UUID organization, @Nullable Token before, Identity identity, Arrival arrival) {
        Done done = database.inOrganization(
                organization,
                handle -> identify(new IdentificationTable(handle, organization), before, identity, arrival));
        done.outdated().forEach(conversation -> listener.changed(organization, conversation));
        return done.identified();
    }

    private Done identify(IdentificationTable table, @Nullable Token before, Identity identity, Arrival arrival) {
        table.takeTurn(identity.userId());
        var former = before == null ? Optional.<FormerVisitor>empty() : table.lockFormer(before);
        var moving = former.filter(FormerVisitor::isAnonymous).map(FormerVisitor::id);
        var contact = table.lock(identity.userId()).or(() -> moving).orElseGet(() -> table.insert(arrival));
        var merging = moving.filter(from -> !from.equals(contact));
        Set<UUID> renamed = new HashSet<>();
        merging.ifPresent(renamed::add);
        if (saved(table, contact, identity, arrival)) {
            renamed.add(contact);
        }
        var outdated = new Descriptions(table.handle(), table.organization()).outdate(renamed);
        long moved = merging.map(from -> table.merge(from, contact)).orElse(0L);
        moving.ifPresent(from -> replaceToken(table, from));
        if (moved > 0) {
            Revocations.record(table.handle(), table.organization(), Kind.GAINED, contact);
        }
        var token = session(table, before, contact, identity, arrival);
        var merged = former.filter(from -> from.becomes(contact)).map(FormerVisitor::id);
        return new Done(new Identified(token, visitor(table, contact), merged.orElse(null), moved), outdated);
    }

    /// Whether he is found by other words now.
    private static boolean saved(IdentificationTable table, UUID contact, Identity identity, Arrival arrival) {
        var before = visitor(table, contact);
        table.save(contact, identity, arrival);
        return Descriptions.differ(before.person(), visitor(table, contact).person());
    }

    private static Visitor visitor(IdentificationTable table, UUID id) {
        return Tokens.visitor(table.handle(), table.organization(), id);
    }

    private static void replaceToken(IdentificationTable table, UUID former) {
        table.expireToken(former);
        Revocations.record(table.handle(), table.organization(), Kind.IDENTIFIED, former);
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
