package io.chask.cli;

import static java.util.stream.Collectors.joining;

import io.chask.audit.AuditLine;
import io.chask.audit.ChainCheck;
import io.chask.audit.ChainCheck.Head;
import io.chask.audit.ChainCheck.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `audit verify`: checks the chains of hashes, beside a running server or without one. Ends with 1 if one is broken.
@Command(
        name = "verify",
        description =
                "Checks that no line of the audit log was changed, removed, moved or slipped in. Note the last line"
                        + " it prints and hand it in next time with --expect: only that shows that the end was not cut off and"
                        + " the whole log not written anew by somebody who owns the database.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private static final int HASH_LENGTH = 64;

    @Option(names = "--organization", paramLabel = "ID", description = "Only this organization; not set: all.")
    private @Nullable UUID organization;

    @Option(names = "--file", paramLabel = "FILE", description = "An export instead of the database.")
    private @Nullable Path file;

    @Option(
            names = "--expect",
            paramLabel = "NUMBER:HASH",
            description = "A last line noted earlier, of the one organization.")
    private @Nullable String expected;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    /// What was found of one organization.
    private record Checked(String name, Verdict verdict) {

        boolean whole() {
            return verdict instanceof Verdict.Whole;
        }

        String line() {
            return switch (verdict) {
                case Verdict.Whole(Head last) ->
                    "%s  whole, last line %d:%s".formatted(name, last.number(), last.hash());
                case Verdict.Broken(long number, String why) ->
                    "%s  BROKEN at line %d: %s".formatted(name, number, why);
            };
        }

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("organizationId", name);
            members.put("whole", whole());
            switch (verdict) {
                case Verdict.Whole(Head last) -> members.put("last", last.number() + ":" + last.hash());
                case Verdict.Broken(long number, String why) -> {
                    members.put("line", number);
                    members.put("why", why);
                }
            }
            return members;
        }
    }

    @Override
    public Integer call() {
        if (expected != null && organization == null && file == null) {
            throw new CommandFailed("--expect needs --organization or --file");
        }
        var found = file == null ? database() : List.of(file(file));
        boolean whole = found.stream().allMatch(Checked::whole);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("whole", whole);
        result.put("logs", found.stream().map(Checked::members).toList());
        var words = found.stream().map(Checked::line).collect(joining(System.lineSeparator()));
        output.printEither(words.isEmpty() ? "There is no audit log yet." : words, result);
        return whole ? 0 : 1;
    }

    private List<Checked> database() {
        List<Checked> found = new ArrayList<>();
        try (var installation = Installation.open(data.configuration())) {
            var reader = installation.audit();
            for (var id : organization == null ? reader.organizations() : List.of(organization)) {
                found.add(new Checked(id.toString(), reader.check(id, head())));
            }
        }
        return found;
    }

    private Checked file(Path path) {
        var check = new ChainCheck(head());
        var name = "(empty)";
        long place = 0;
        try (var lines = Files.newBufferedReader(path)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                AuditLine line = AuditLines.read(text, ++place);
                name = line.organization().toString();
                check.next(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
        return new Checked(name, check.end());
    }

    private Head head() {
        if (expected == null) {
            return Head.NONE;
        }
        var parts = expected.split(":", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || parts[1].length() != HASH_LENGTH) {
            throw new CommandFailed("--expect must be a number, a colon and 64 hexadecimal digits");
        }
        return new Head(Long.parseLong(parts[0]), parts[1]);
    }
}
