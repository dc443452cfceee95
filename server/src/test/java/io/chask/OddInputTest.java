package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Whatever of a request PostgreSQL or Java cannot take is the sender's affair: a refusal that says so, never a 5xx.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OddInputTest {

    private static final String SEND = "SEND_ERROR";
    private static final String INVALID = "INVALID_FIELD";
    private static final JsonMapper JSON = new JsonMapper();

    /// Needs an open event stream.
    private static final String FRAMES = "POST /v1/stream/frames";
    /// Of somebody who may not be what he was afterwards.
    private static final Set<String> OF_ANOTHER = Set.of("POST /v1/account/password");

    private final AccessCast cast = new AccessCast();
    private final AccessRequests requests = new AccessRequests(cast);

    static List<String> withBody() {
        return Contract.instance().operations().stream()
                .filter(operation -> Contract.instance().takesBody(operation) && !operation.equals(FRAMES))
                .toList();
    }

    record Parameter(String operation, String name) {
        @Override
        public String toString() {
            return operation + "?" + name;
        }
    }

    /// Of those that must come together only that which is read first.
    static List<Parameter> parameters() {
        return Contract.instance().operations().stream()
                .flatMap(operation -> Contract.instance().queryParameters(operation).stream()
                        .map(parameter -> new Parameter(operation, parameter.getName())))
                .filter(parameter -> !Set.of("apiKey", "expires", "signature").contains(parameter.name()))
                .toList();
    }

    private AccessRole role(String operation) {
        if (operation.contains(" /v1/widget/")) {
            return AccessRole.VISITOR;
        }
        return OF_ANOTHER.contains(operation) ? AccessRole.AGENT : AccessRole.OWNER;
    }

    private Answer send(String operation, String query, byte[] body) {
        var parts = operation.split(" ", 2);
        var path = parts[1].contains("/attachments/")
                ? parts[1].replaceFirst("\\{id}", cast.targets().file())
                : cast.targets().path(parts[1]);
        var http = operation.equals("POST /v1/widget/session") || operation.equals("GET /v1/widget/settings")
                ? cast.shop().page()
                : cast.http(role(operation));
        return http.sendUndocumented(parts[0], path + query, body.length == 0 ? null : "application/json", body);
    }

    private Object granted(String operation) {
        return OF_ANOTHER.contains(operation)
                ? Map.of("currentPassword", RunningServer.PASSWORD, "password", "quiet mountain river")
                : requests.body(operation, role(operation), cast.targets());
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void noBodyIsTooOddForARefusal(String operation) {
        for (var body : OddInputs.bodies(operation, granted(operation))) {
            var text = JSON.writeValueAsString(body);
            var answer = send(operation, "", JSON.writeValueAsBytes(body));
            assertThat(answer.status()).as(text + "\n" + answer.text()).isLessThan(500);
            if (answer.status() >= 400) {
                assertThat(answer.at("/code")).as(text).isNotEmpty();
                assertThat(answer.at("/reason")).as(text).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH /v1/account | {'name':'a\\u0000b'} | name",
                "PATCH /v1/account | {'name':'a\\nb'} | name",
                "PATCH /v1/account | {'name':'a\\ud800b'} | name",
                "POST /v1/invitations | {'email':'a\\u0000b@shop.example','role':'agent','locale':'en'} | email",
                "POST /v1/replies | {'name':'x','texts':{'en':null}} | texts.en",
                "PUT /v1/replies/{id} | {'name':'x','texts':{'en':null}} | texts.en",
                "PUT /v1/settings/attachments"
                        + " | {'enabled':true,'maxSize':1,'maxCount':1,'quota':0,'accept':[null]} | accept[0]",
                "POST /v1/teams | {'name':'x','members':[null]} | members[0]",
                "PATCH /v1/settings/origins | {'add':[null]} | add[0]",
                "PUT /v1/settings/organization | {'name':'x','locales':['en',null]} | locales[1]",
                "PUT /v1/settings/organization | {'name':'x','locales':['en'],'timeZone':'UTC',"
                        + "'hours':{'week':[null],'daysOff':[]}} | hours.week[0]",
                "PUT /v1/settings/organization | {'name':'x','locales':['en'],'timeZone':'UTC',"
                        + "'hours':{'week':[],'daysOff':[{'date':'+300000-01-01'}]}} | hours.daysOff",
                "PATCH /v1/conversations/{id}/tags | {'add':[null]} | add[0]",
                "PATCH /v1/conversations/{id}/tags | {'add':['a\\u0000b']} | add",
                "POST /v1/conversations/{id}/notes | {'content':'x','mentions':[null]} | mentions[0]",
                "POST /v1/conversations/{id}/messages | {'content':'x','attachments':[null]} | attachments[0]",
                "PATCH /v1/widget/user | {'createdAt':'+300000-01-01T00:00:00Z'} | createdAt",
                "PATCH /v1/widget/user | {'createdAt':'+999999999-12-31T23:59:59Z'} | createdAt",
                "PATCH /v1/widget/user | {'createdAt':'-5000-01-01T00:00:00Z'} | createdAt",
                "PATCH /v1/widget/user | {'createdAt':'9999-12-31T23:59:59-01:00'} | createdAt",
                "PUT /v1/conversations/{id}/snooze | {'until':'+999999999-12-31T23:59:59Z'} | until",
            })
    void memberThatCannotBeKeptIsRefusedByItsName(String operation, String body, String field) {
        var answer = send(operation, "", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, SEND, INVALID);
        assertThat(answer.at("/fields/0/field")).isEqualTo(field);
    }

    @Test
    void nameOfAGuestThatCannotBeKeptIsRefused() {
        var owner = cast.http(AccessRole.OWNER);
        var wish = Map.of("email", "guest@shop.example", "role", "agent", "locale", "en");
        var link = owner.post("/v1/invitations", wish).expect(201).at("/link");
        var acceptance = new HashMap<>(Map.of(
                "token",
                link.substring(link.lastIndexOf('/') + 1),
                "name",
                "a\u0000b",
                "password",
                "quiet mountain river"));
        var answer = cast.http(AccessRole.NOBODY)
                .post("/v1/invitations/accept", acceptance)
                .expectProblem(400, SEND, INVALID);
        assertThat(answer.at("/fields/0/field")).isEqualTo("name");
        acceptance.put("name", "Guest");
        cast.http(AccessRole.NOBODY).post("/v1/invitations/accept", acceptance).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-07-20T20:17:40Z"})
    void timeOfAnyYearThereIsIsKept(String time) {
        var guest = cast.guest(AccessRole.VISITOR).http();
        var kept = guest.patch("/v1/widget/user", Map.of("createdAt", time)).expect(200);
        assertThat(kept.at("/createdAt")).isEqualTo(time.replace("Z", ".000Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reports/conversations?to=9999-12-31, to",
        "/v1/reports/messages?from=%2B300000-01-01&to=%2B300000-01-02, to",
        "/v1/reports/ratings?from=-5000-01-01, from",
    })
    void dayOfNoReportIsRefused(String path, String field) {
        var answer = cast.http(AccessRole.OWNER).get(path).expectProblem(400, SEND, INVALID);
        assertThat(answer.at("/fields/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations", "messages", "funnel", "satisfaction", "ratings"})
    void lastDayOfAReportIsAnswered(String report) {
        cast.http(AccessRole.OWNER)
                .get("/v1/reports/" + report + "?to=9999-12-30&timeZone=Etc/GMT%2B12")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51, 201, 2_000})
    void tagThatNothingCanCarryIsRefused(int length) {
        var answer = cast.http(AccessRole.AGENT)
                .get("/v1/conversations?tag=" + "x".repeat(length))
                .expectProblem(400, SEND, INVALID);
        assertThat(answer.at("/fields/0/field")).isEqualTo("tag");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void parameterThatIsNoTextIsRefusedByItsName(Parameter parameter) {
        for (var odd : List.of("%00", "a%00b", "%FF", "%C3", "%ED%A0%80")) {
            var answer = send(parameter.operation(), "?" + parameter.name() + "=" + odd, new byte[0])
                    .expectProblem(400, SEND, INVALID);
            assertThat(answer.at("/fields/0/field")).as(odd).isEqualTo(parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void noParameterIsTooOddForARefusal(Parameter parameter) {
        var days = OddInputs.DAYS.stream().map(day -> day.replace("+", "%2B"));
        var others = Stream.of("", "%20", "x".repeat(2_000), "%F0%9F%98%80", "9".repeat(18));
        Stream.concat(days, others).forEach(odd -> {
            var answer = send(parameter.operation(), "?" + parameter.name() + "=" + odd, new byte[0]);
            assertThat(answer.status()).as(odd + "\n" + answer.text()).isLessThan(500);
        });
    }
}
