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

    private Guest olga;

    @BeforeEach
    void write() {
        olga = write(spanish, "es", "Olga Núñez", "¿Cuánto tardan los envíos a la dirección de mi tía?");
        write(portuguese, "pt-BR", "João Conceição", "Preciso de informações sobre a devolução");
        write(english, "en", "Maya Lee", "The deliveries were delayed twice");
        server.searchCatchUp();
    }

    private Guest write(UUID conversation, String locale, String name, String content) {
        var guest = shop.guest();
        guest.http()
                .patch(
                        "/v1/widget/user",
                        Map.of("locale", locale, "name", name, "email", name.charAt(0) + "@shop.test"))
                .expect(200);
        guest.post(conversation, content).expect(201);
        return guest;
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
    void eachWordMayStandSomewhereElseInTheConversation() {
        olga.post(spanish, "Además quiero un reembolso, pedido A-7731").expect(201);
        server.searchCatchUp();
        for (var words : List.of("olga reembolso", "nunez envio", "tardan 7731", "núñez envíos reembolsos pedido")) {
            assertThat(found(words)).as(words).containsExactly(spanish.toString());
        }
        assertThat(found("olga devolución")).isEmpty();
        var hit = search("olga reembolso").json().at("/hits/0");
        assertThat(hit.at("/name/0/hit").asBoolean()).isTrue();
        assertThat(hit.at("/message/sequence").asInt()).isEqualTo(2);
        assertThat(hit.at("/message/segments/1/text").asString()).isEqualTo("reembolso");
        assertThat(hit.at("/matches").asInt()).isEqualTo(1);
    }

    @Test
    void theConversationWithAllWordsInOneMessageIsBetterThanOneThatHasThemApart() {
        var apart = UUID.randomUUID();
        var together = UUID.randomUUID();
        write(together, "en", "Ann", "The invoice has the wrong address");
        write(apart, "en", "Ben", "Where is my invoice?")
                .post(apart, "And this is my address")
                .expect(201);
        server.searchCatchUp();
        assertThat(found("invoice address")).containsExactly(together.toString(), apart.toString());
        assertThat(search("invoice address").json().at("/hits/1/matches").asInt())
                .isEqualTo(2);
        var first = agent.get("/v1/search?q=invoice+address&limit=1").expect(200);
        var second = agent.get("/v1/search?q=invoice+address&limit=1&cursor=" + first.at("/next"))
                .expect(200);
        assertThat(second.at("/hits/0/conversation/id")).isEqualTo(apart.toString());
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void visitorsAreFoundByTelephoneCompanyAndTheirIdAtTheShop() {
        var conversation = UUID.randomUUID();
        var guest = shop.guest();
        var company = Map.of("id", "c-9", "name", "Lantern Books");
        guest.http()
                .patch("/v1/widget/user", Map.of("phone", "+34 600 123 456", "id", "crm-4711", "company", company))
                .expect(200);
        guest.post(conversation, "Good morning").expect(201);
        server.searchCatchUp();
        for (var words :
                List.of("600123456", "600 123 456", "+34600123456", "lantern", "crm-4711", "morning lantern")) {
            assertThat(found(words)).as(words).containsExactly(conversation.toString());
        }
        assertThat(search("600123456").at("/hits/0/phone/0/text")).isEqualTo("+34 600 123 456");
        assertThat(search("lantern").at("/hits/0/company/0/text")).isEqualTo("Lantern");
        assertThat(search("crm-4711").at("/hits/0/userId/0/text")).isEqualTo("crm");
    }

    @Test
    void aMessageIsFoundByTheNamesOfItsFiles() {
        var file = olga.upload(TestFile.png().named("Delivery-note_2024.png"))
                .expect(201)
                .at("/id");
        olga.postFiles(spanish, file).expect(201);
        server.searchCatchUp();
        assertThat(found("olga 2024")).containsExactly(spanish.toString());
        var message = search("2024").json().at("/hits/0/message");
        assertThat(message.at("/sequence").asInt()).isEqualTo(2);
        assertThat(message.at("/files/0").toString()).contains("{\"text\":\"2024\",\"hit\":true}");
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
        var scattered = server.shop().agent().get("/v1/search?q=maya+delivery").expect(200);
        assertThat(scattered.json().at("/hits").size()).isZero();
    }
}
