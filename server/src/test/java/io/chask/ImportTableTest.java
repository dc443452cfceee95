package io.chask;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table "who may import whom", which ARCHITECTURE.md tells in short.
final class ImportTableTest {
    private static final String ROOT = "io.chask";

    /// A package's row: the packages of Chask it may import besides itself.
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("config", Set.of()),
            Map.entry("wire", Set.of()),
            Map.entry("conversation", Set.of()),
            Map.entry("database", Set.of("config")),
            Map.entry("edge", Set.of("config", "wire")),
            Map.entry("audit", Set.of("database")),
            Map.entry("organization", Set.of("database", "audit")),
            Map.entry("account", Set.of("database", "organization", "audit")),
            Map.entry("store", Set.of("conversation", "database")),
            Map.entry("desk", Set.of("conversation", "database", "audit")),
            Map.entry("reply", Set.of("database", "audit")),
            Map.entry("presence", Set.of("conversation", "database", "delivery", "wire")),
            Map.entry("routing", Set.of("conversation", "database", "audit", "desk", "presence")),
            Map.entry("follow", Set.of("conversation", "database")),
            Map.entry("search", Set.of("conversation", "database", "follow")),
            Map.entry("report", Set.of("conversation", "database", "follow")),
            Map.entry("rating", Set.of("conversation", "database", "desk", "report")),
            Map.entry("seed", Set.of("database")),
            Map.entry("delivery", Set.of("conversation", "wire", "config")),
            Map.entry("storage", Set.of("config")),
            Map.entry("attachment", Set.of("database", "organization", "audit", "storage", "config")),
            Map.entry("outgoing", Set.of()),
            Map.entry("identity", Set.of("database", "outgoing")),
            Map.entry("contact", Set.of("database", "organization", "audit", "identity")),
            Map.entry(
                    "api",
                    Set.of(
                            "database",
                            "conversation",
                            "delivery",
                            "presence",
                            "account",
                            "audit",
                            "desk",
                            "search",
                            "organization",
                            "contact",
                            "identity",
                            "attachment",
                            "config",
                            "wire",
                            "edge")),
            Map.entry("hosting", Set.of("attachment", "storage", "organization", "config", "wire", "edge")),
            Map.entry(
                    "visitor",
                    Set.of(
                            "conversation",
                            "delivery",
                            "presence",
                            "organization",
                            "contact",
                            "identity",
                            "report",
                            "rating",
                            "api",
                            "attachment",
                            "database",
                            "config",
                            "wire",
                            "edge")),
            Map.entry(
                    "inbox",
                    Set.of(
                            "conversation",
                            "delivery",
                            "presence",
                            "desk",
                            "search",
                            "report",
                            "rating",
                            "account",
                            "audit",
                            "organization",
                            "contact",
                            "identity",
                            "api",
                            "attachment",
                            "database",
                            "config",
                            "wire",
                            "edge")),
            Map.entry(
                    "settings",
                    Set.of(
                            "desk",
                            "reply",
                            "account",
                            "audit",
                            "organization",
                            "identity",
                            "outgoing",
                            "routing",
                            "database",
                            "api",
                            "config",
                            "wire",
                            "edge")),
            Map.entry(
                    "team", Set.of("account", "audit", "attachment", "organization", "api", "config", "wire", "edge")));

    /// Packages that may import everything.
    private static final Set<String> FREE = Set.of("cli");

    private static final JavaClasses CHASK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<String> rows() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPackageImportsOnlyWhatItsRowAllows(String name) {
        var allowed = Stream.concat(Stream.of(name), MAY_IMPORT.getOrDefault(name, Set.of()).stream())
                .map(ImportTableTest::within)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(within(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(CHASK);
    }

    @Test
    void everyPackageHasARow() {
        var packages = CHASK.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.split("\\.", -1)[1])
                .collect(Collectors.toSet());
        var known = Stream.concat(MAY_IMPORT.keySet().stream(), FREE.stream()).collect(Collectors.toSet());
        assertThat(known).containsAll(packages);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CHASK);
    }

    @Test
    void onlyTheEdgeKnowsVertxAndNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("edge"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(CHASK);
    }

    @Test
    void theRulesKnowNoSqlNoJsonAndNoSocket() {
        classes()
                .that()
                .resideInAPackage(within("conversation"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        within("conversation"),
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "java.math..",
                        "java.nio.charset..",
                        "org.jspecify..",
                        "org.slf4j..")
                .allowEmptyShould(true)
                .check(CHASK);
    }

    @Test
    void nobodyImportsTheCompositionRoot() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .allowEmptyShould(true)
                .check(CHASK);
    }

    @Test
    void aTypeIsPublicOnlyIfAnotherPackageNeedsIt() {
        var unneeded = CHASK.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().equals(ROOT))
                .filter(type -> !isUsedElsewhere(type) && !isInAPublicSignature(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(unneeded).isEmpty();
    }

    /// By itself or by a type nested in it, such as a case of a sealed result.
    private static boolean isUsedElsewhere(JavaClass type) {
        return CHASK.stream()
                .filter(part ->
                        part.getName().equals(type.getName()) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(user -> !user.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isInAPublicSignature(JavaClass type) {
        return CHASK.stream()
                .filter(other -> other.getPackageName().equals(type.getPackageName()) && !other.equals(type))
                .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(other -> other.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(unit -> unit.getAllInvolvedRawTypes().contains(type));
    }

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }
}
