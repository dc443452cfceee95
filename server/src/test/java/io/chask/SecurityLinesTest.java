package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each promise of security has tests that carry its number: `s11…` in Java and `S11: …` in the browser show S11.
final class SecurityLinesTest {

    private static final Pattern JAVA = Pattern.compile("void (s\\d{1,2}[A-Z_]\\w*)\\(");
    private static final Pattern BROWSER = Pattern.compile("[\"`](S\\d{1,2}: [^\"`]*)[\"`]");
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)[sS](\\d{1,2})(?!\\d)");

    /// Numbers that are missing were never given.
    private static final List<Line> LINES = List.of(
            shown(1, "what a visitor says runs nowhere in the console", "S1: nothing that a visitor says"),
            shown(
                    2,
                    "what an agent says runs nowhere",
                    "S2: nothing of an agent's name",
                    "S2: an agent's own name",
                    "S2: a colour"),
            shown(3, "links go where links may go", "S3: of a visitor's text", "S3: pasted HTML"),
            shown(4, "active documents are downloads", "FileTest.s4_activeDocuments"),
            shown(5, "only what was recognized is shown inline", "FileTest.s5_picture", "FileTest.s5_fileThatIsNot"),
            shown(
                    6,
                    "a file opens for its conversation, by an unchanged link, for a while",
                    "FileTest.s6_fileOfAnother",
                    "FileTest.s6_idOfAFile",
                    "FileTest.s6_changedLink",
                    "FileTest.s6_expiredLink"),
            shown(
                    7,
                    "who may do what is one table",
                    "AccessMatrixTest.s7EveryRequestIs",
                    "AccessMatrixTest.s7EveryFrame"),
            shown(8, "a foreign id is an unknown id", "ForeignIdsTest.s8Foreign"),
            shown(9, "what is for agents never reaches a visitor", "VisitorSightTest.s9"),
            shown(
                    10,
                    "streams open for allowed origins, the console's by a ticket",
                    "OriginCheckTest.s10Upgrade",
                    "AgentAccessTest.s10Ticket",
                    "S10: only a page"),
            shown(
                    11,
                    "an ended session ends its streams on every node",
                    "SessionEndTest.s11EndedAgent",
                    "SessionEndTest.s11EndedVisitor"),
            shown(
                    12,
                    "a cursor opens nothing without a valid token",
                    "ResumeAccessTest.s12EndedToken",
                    "ResumeAccessTest.s12TokenOfARevokedKey",
                    "ResumeAccessTest.s12ExpiredTicket",
                    "ResumeAccessTest.s12CursorOfAnother"),
            shown(
                    13,
                    "no frame is told anything, none is listened to",
                    "S13: nothing that is built",
                    "S13: what a foreign"),
            shown(
                    14,
                    "an id counts with its token only, an e-mail never",
                    "IdentityTest.s14EnforcedIdentity",
                    "IdentityTest.s14IdWithoutAToken",
                    "IdentityTest.s14EmailAlone"),
            shown(
                    15,
                    "a bad token of identity is refused",
                    "IdentityTokensTest.s15Unsigned",
                    "IdentityTokensTest.s15OtherAlgorithms",
                    "IdentityTokensTest.s15PublicKeyUsed",
                    "IdentityTokensTest.s15KeyIdThatIsAPath",
                    "IdentityTokensTest.s15SecretOfAnother",
                    "IdentityTokensTest.s15Times",
                    "IssuerTokensTest.s15RotatedKey"),
            shown(
                    16,
                    "secrets are compared in constant time, and two count while rotating",
                    "SecretComparisonTest.s16No",
                    "IdentityTokensTest.s16TwoSecrets"),
            shown(
                    17,
                    "every way in refuses",
                    "WaysInTest.s17ThePassword",
                    "WaysInTest.s17AWrongBearer",
                    "WaysInTest.s17AWrongCookie",
                    "WaysInTest.s17AWrongTicket",
                    "WaysInTest.s17AWrongInvitation",
                    "WaysInTest.s17AWrongMetrics"),
            shown(
                    18,
                    "the server calls no inner address",
                    "UrlGuardTest.s18AddressesThatAreNotPublic",
                    "UrlGuardTest.s18NameThatChangesItsMind",
                    "UrlGuardTest.s18NameIsDialled",
                    "UrlGuardTest.s18Redirect",
                    "UrlFuzzTest.s18Broken"),
            shown(20, "no value is part of a statement", "SqlTextTest.s20NoValue", "SqlTextTest.s20What"),
            shown(21, "the eleventh try to sign in is refused", "AbuseTest.s21Eleventh", "AgentAccessTest.s21Eleventh"),
            shown(22, "a forged host reaches no link", "InvitationTest.s22"),
            shown(23, "crooked paths lead nowhere", "RoutesTest.s23", "SiteTest.s23"),
            shown(
                    24,
                    "names of files are metadata",
                    "FileTest.s24_names",
                    "FileTest.s24_path",
                    "FileNameTest.s24_control"),
            none(25, "sign-in by a provider is bound to the browser", "there is no sign-in by a provider"),
            shown(
                    27,
                    "the cookie alone changes nothing",
                    "ConsoleCookieTest.s27EveryChange",
                    "AgentAccessTest.s27SimplePost",
                    "S27: the console's cookie"),
            shown(
                    28,
                    "cells of exports are no formulas",
                    "S28: leaves a spreadsheet nothing to run",
                    "S28: names, tags and words"),
            shown(
                    29,
                    "a hostile page runs nothing through the widget",
                    "S29: no HTML sink",
                    "S29: with polluted prototypes",
                    "S29: answers that a page makes up",
                    "S29: an element that is called"),
            shown(31, "the console cannot be framed", "SecurityHeadersTest.s31", "S31: no page of another origin"),
            shown(
                    32,
                    "no secret is logged or part of an address",
                    "LogSilenceTest.s32LogOf",
                    "LogSilenceTest.s32NoAddress"),
            shown(
                    33,
                    "a copied key meets limits",
                    "AbuseTest.s33NewVisitorsOfOneAddress",
                    "AbuseTest.s33NewVisitorsByOneKey",
                    "AbuseTest.s33MessagesOfAVisitor"));

    /// @param tests  beginnings of `Class.method` or of a browser test's title; each stands for at least one test
    /// @param reason why there is none; empty where there are tests
    record Line(int number, String holds, List<String> tests, String reason) {

        @Override
        public String toString() {
            return "S" + number + ": " + holds;
        }
    }

    private static Line shown(int number, String holds, String... tests) {
        return new Line(number, holds, List.of(tests), "");
    }

    private static Line none(int number, String holds, String reason) {
        return new Line(number, holds, List.of(), reason);
    }

    static List<Line> lines() {
        return LINES;
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Stream.concat(files(Path.of("src", "test", "java"), ".java"), browserTests())) {
            for (var file : files.toList()) {
                boolean java = file.toString().endsWith(".java");
                var owner = java ? file.getFileName().toString().replace("java", "") : "";
                var test = (java ? JAVA : BROWSER).matcher(Files.readString(file));
                while (test.find()) {
                    names.add(owner + test.group(1));
                }
            }
        }
        return names;
    }

    private static Stream<Path> browserTests() throws IOException {
        try (var workspaces = Files.list(Path.of("..", "web"))) {
            return workspaces.toList().stream()
                    .flatMap(workspace -> Stream.of(workspace.resolve("src"), workspace.resolve("test")))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> files(folder, ".test.ts"));
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String test) {
        var number = NUMBER.matcher(test);
        assertThat(number.find()).as(test).isTrue();
        return Integer.parseInt(number.group(1));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyPromiseHasItsTestsOrAReason(Line line) throws IOException {
        assertThat(line.tests().isEmpty()).isNotEqualTo(line.reason().isEmpty());
        var tests = tests();
        for (var beginning : line.tests()) {
            assertThat(number(beginning)).isEqualTo(line.number());
            assertThat(tests).as(beginning).anyMatch(test -> test.startsWith(beginning));
        }
    }

    @Test
    void everyTestWithANumberShowsAPromise() throws IOException {
        var promised = LINES.stream()
                .filter(line -> !line.tests().isEmpty())
                .map(Line::number)
                .collect(Collectors.toSet());
        assertThat(tests()).allSatisfy(test -> assertThat(promised).as(test).contains(number(test)));
    }

    @Test
    void everyPromiseStandsHereOnce() {
        assertThat(LINES).extracting(Line::number).doesNotHaveDuplicates().isSorted();
    }
}
