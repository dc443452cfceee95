package io.chask;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person for each [AccessRole], and what [AccessRole#VISITOR] has: a conversation of two messages, the second an
/// agent's, and a file.
final class AccessCast {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Shop foreign = server.shop();
    private final Map<AccessRole, Guest> guests = new EnumMap<>(AccessRole.class);
    private final Map<AccessRole, String> agents = new EnumMap<>(AccessRole.class);
    private final Map<AccessRole, Shop> employers = new EnumMap<>(AccessRole.class);
    private final AccessTargets targets;
    private final String revokedKey;
    private @Nullable String ticketOfDisabled;

    AccessCast() {
        var revoked = server.organizations()
                .keys()
                .add(shop.id(), Actor.SYSTEM, Instant.now())
                .orElseThrow();
        server.organizations().keys().revoke(shop.id(), revoked.id(), Actor.SYSTEM, Instant.now());
        revokedKey = revoked.value();
        guests.put(AccessRole.VISITOR, shop.guest());
        guests.put(AccessRole.OTHER_VISITOR, shop.guest());
        guests.put(AccessRole.FOREIGN_VISITOR, foreign.guest());
        var cameByRevoked = shop.guest();
        server.database()
                .execute("update visitor set api_key_id = '" + revoked.id() + "' where id = '" + cameByRevoked.id()
                        + "'");
        guests.put(AccessRole.REVOKED_KEY, cameByRevoked);
        signIn(AccessRole.OWNER, shop);
        signIn(AccessRole.ADMIN, add(Role.ADMIN));
        signIn(AccessRole.AGENT, add(Role.AGENT));
        signIn(AccessRole.FOREIGN_OWNER, foreign);
        disabled();
        targets = begun(add(Role.AGENT).agentId());
    }

    private void signIn(AccessRole role, Shop of) {
        employers.put(role, of);
        agents.put(role, of.agentToken());
    }

    /// The shop as one more agent of it sees it.
    private Shop add(Role role) {
        var email = "agent-" + UUID.randomUUID() + "@shop.example";
        var agent = server.agents()
                .add(new NewAgent(shop.id(), email, "Linus", role, RunningServer.PASSWORD), Actor.SYSTEM);
        return new Shop(server, shop.id(), shop.key(), agent.id(), email);
    }

    private void disabled() {
        var one = add(Role.OWNER);
        signIn(AccessRole.DISABLED_AGENT, one);
        ticketOfDisabled = ticket(AccessRole.DISABLED_AGENT);
        server.agents().disable(shop.id(), one.agentId(), Actor.SYSTEM);
    }

    private AccessTargets begun(UUID agent) {
        var guest = guest(AccessRole.VISITOR);
        var conversation = guest.conversation(1);
        reply(conversation);
        var file = guest.upload(TestFile.picture(400, 300)).expect(201);
        return new AccessTargets(
                shop,
                guest.id(),
                conversation,
                firstMessage(conversation),
                agent,
                file.at("/id"),
                file.at("/url"),
                file.at("/thumbnailUrl"));
    }

    private UUID firstMessage(UUID conversation) {
        var page = http(AccessRole.AGENT)
                .get("/v1/conversations/" + conversation + "/messages")
                .expect(200);
        return UUID.fromString(page.at("/messages/0/id"));
    }

    private void reply(UUID conversation) {
        http(AccessRole.AGENT)
                .post("/v1/conversations/" + conversation + "/messages", Map.of("content", "Hello"))
                .expect(201);
    }

    /// Another conversation of [AccessRole#VISITOR], of two messages, too.
    UUID conversation() {
        var conversation = guest(AccessRole.VISITOR).conversation(1);
        reply(conversation);
        return conversation;
    }

    Shop shop() {
        return shop;
    }

    AccessTargets targets() {
        return targets;
    }

    Guest guest(AccessRole role) {
        var guest = guests.get(role);
        if (guest == null) {
            throw new AssertionError(role + " is no visitor");
        }
        return guest;
    }

    /// How this person asks over HTTP.
    Http http(AccessRole role) {
        if (role == AccessRole.NOBODY) {
            return Http.anonymous(server);
        }
        return role.isVisitor()
                ? guest(role).http()
                : Http.anonymous(server).with("Authorization", "Bearer " + agents.get(role));
    }

    /// The origin of the pages this person is on; null: a program that names none.
    @Nullable
    String origin(AccessRole role) {
        if (role == AccessRole.NOBODY) {
            return null;
        }
        return role.isVisitor() ? RunningServer.ORIGIN : server.ownOrigin();
    }

    /// What stands in his `hello`.
    String helloToken(AccessRole role) {
        if (role == AccessRole.NOBODY) {
            return "nobody";
        }
        if (role == AccessRole.DISABLED_AGENT) {
            return String.valueOf(ticketOfDisabled);
        }
        return role.isVisitor() ? guest(role).token() : ticket(role);
    }

    private String ticket(AccessRole role) {
        return http(role).post("/v1/stream/tickets").expect(201).at("/ticket");
    }

    /// Whether his `hello` is welcome.
    boolean hasStream(AccessRole role) {
        return role != AccessRole.NOBODY && role != AccessRole.DISABLED_AGENT && role != AccessRole.REVOKED_KEY;
    }

    /// His stream after `welcome`.
    StreamClient stream(AccessRole role) {
        var stream = StreamClient.open(server, origin(role));
        stream.hello(helloToken(role));
        stream.await("welcome");
        return stream;
    }

    /// The id of the visitor or agent.
    UUID id(AccessRole role) {
        return role.isVisitor() ? guest(role).id() : employer(role).agentId();
    }

    private Shop employer(AccessRole role) {
        return employers.getOrDefault(role, shop);
    }

    /// The organization and the key that the person's page carries.
    Shop page(AccessRole role) {
        return role.isForeign() ? foreign : shop;
    }

    String key(AccessRole role) {
        return switch (role) {
            case NOBODY -> "invented";
            case REVOKED_KEY -> revokedKey;
            default -> page(role).key().value();
        };
    }

    /// The e-mail this person signs in with.
    String email(AccessRole role) {
        return employers.containsKey(role) ? employer(role).email() : "nobody@shop.example";
    }
}
