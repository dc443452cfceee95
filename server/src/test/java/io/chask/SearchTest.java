package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conversations are found by what stands in them, in three languages, with and without accents.
final class SearchTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http agent = shop.agent();
    private final UUID spanish = UUID.randomUUID();
    private final UUID portuguese = UUID.randomUUID();
    private final UUID english = UUID.randomUUID();

    @BeforeEach
    void write() {
        write(spanish, "es", "Olga Núñez", "¿Cuánto tardan los envíos a la dirección de mi tía?");
        write(portuguese, "pt-BR", "João Conceição", "Preciso de informações sobre a devolução");
        write(english, "en", "Maya Lee", "The deliveries were delayed twice");
        server.searchCatchUp();
    }

    private void write(UUID conversation, String locale, String name, String content) {
        var guest = shop.guest();
        guest.http()
                .patch(
                        "/v1/widget/user",
                        Map.of("locale", locale, "name", name, "email", name.charAt(0) + "@shop.test"))
                .expect(200);
        guest.post(conversation, content).expect(201);
    }

    private Answer search(String words) {
        return agent.get("/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200);
    }

    private List<String> found(String words) {
        return StreamSupport.stream(search(words).json().at("/hits").spliterator(), false)
                .map(hit -> hit.at("/conversation/id").asString())
                .toList();
    }

    @Test
    void wordsAreFoundInAllTheirFormsWithAndWithoutAccents() {
        for (var words :
                List.of("direccion", "DIRECCIÓN", "direcciones", "envio", "dirección envíos", "cuanto tardan")) {
            assertThat(found(words)).as(words).containsExactly(spanish.toString());
        }
        for (var words : List.of("informacoes", "informação", "devolucao", "devoluções")) {
            assertThat(found(words)).as(words).containsExactly(portuguese.toString());
        }
        for (var words : List.of("delivery", "delay", "DELIVERIES")) {
            assertThat(found(words)).as(words).containsExactly(english.toString());
        }
    }

    @Test
    void visitorsAndTagsAreFoundByTheBeginningsOfTheirWords() {
        assertThat(found("nune")).containsExactly(spanish.toString());
        assertThat(found("concei")).containsExactly(portuguese.toString());
        agent.patch("/v1/conversations/" + english + "/tags", Map.of("add", List.of("Facturación")))
                .expect(200);
        server.searchCatchUp();
        var hits = search("factura");
        assertThat(hits.at("/hits/0/conversation/id")).isEqualTo(english.toString());
        assertThat(hits.at("/hits/0/tags/0")).isEqualTo("Facturación");
        assertThat(hits.json().at("/hits/0").has("message")).isFalse();
    }

    @Test
    void whatWasFoundIsMarkedInPlainPieces() {
        var message = search("envío").json().at("/hits/0/message");
        assertThat(message.at("/sequence").asInt()).isEqualTo(1);
        assertThat(message.at("/segments").toString())
                .isEqualTo("[{\"text\":\"¿Cuánto tardan los \",\"hit\":false},{\"text\":\"envíos\",\"hit\":true},"
                        + "{\"text\":\" a la dirección de mi tía?\",\"hit\":false}]");
        var name = search("olga").json().at("/hits/0/name");
        assertThat(name.at("/0/hit").asBoolean()).isTrue();
    }

    @Test
    void allWordsHaveToBeFound() {
        assertThat(found("envío devolución")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("'; drop table message; -- & | ! :* <->")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        write(UUID.randomUUID(), "en", "Ann", "delivery one");
        write(UUID.randomUUID(), "en", "Ben", "delivery two");
        server.searchCatchUp();
        var first = agent.get("/v1/search?q=delivery&limit=2").expect(200);
        var second = agent.get("/v1/search?q=delivery&limit=2&cursor=" + first.at("/next"))
                .expect(200);
        assertThat(first.json().at("/hits").size() + second.json().at("/hits").size())
                .isEqualTo(3);
        assertThat(second.json().at("/next").isNull()).isTrue();
        agent.get("/v1/search?q=delivery&cursor=x").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    @Test
    void nobodyFindsWhatAnotherOrganizationWrote() {
        var answer = server.shop().agent().get("/v1/search?q=delivery").expect(200);
        assertThat(answer.json().at("/hits").size()).isZero();
    }
}
