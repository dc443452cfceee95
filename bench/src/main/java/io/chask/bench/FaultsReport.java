package io.chask.bench;

import io.chask.bench.fault.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A run of faults, to be kept: Markdown for people, JSON beside it.
final class FaultsReport {

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    void facts(Map<String, Object> more) {
        facts.putAll(more);
    }

    void fact(String name, Object value) {
        facts.put(name, value);
    }

    void add(Verdict verdict) {
        verdicts.add(verdict);
    }

    long skipped() {
        return verdicts.stream().filter(Verdict::skipped).count();
    }

    long failed() {
        return verdicts.stream().filter(verdict -> !verdict.held()).count();
    }

    long passed() {
        return verdicts.size() - failed() - skipped();
    }

    String summary() {
        return passed() + " passed, " + failed() + " failed, " + skipped() + " skipped";
    }

    /// Writes `file` and, beside it, the same as `.json`.
    void write(Path file) throws IOException {
        Files.writeString(file, markdown());
        String json = file.toString().replaceFirst("\\.md$", "") + ".json";
        var body = Map.of("facts", facts, "verdicts", verdicts);
        Files.writeString(
                Path.of(json),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(body)
                        + "\n");
    }

    private String markdown() {
        var text = new StringBuilder("# Faults\n\n" + summary() + "\n\n| | |\n| --- | --- |\n");
        facts.forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        text.append("\n| fault | what was done | messages | violations | seconds |\n| --- | --- | --- | --- | --- |\n");
        for (Verdict verdict : verdicts) {
            String outcome = verdict.skipped()
                    ? "skipped"
                    : Integer.toString(verdict.violations().size());
            text.append("| %s | %s | %d | %s | %.1f |\n"
                    .formatted(verdict.fault(), verdict.extent(), verdict.messages(), outcome, verdict.seconds()));
        }
        for (Verdict verdict : verdicts) {
            text.append("\n## ").append(verdict.fault()).append("\n\n");
            verdict.facts().forEach(fact -> text.append("- ").append(fact).append('\n'));
            verdict.violations().forEach(one -> text.append("- **").append(one).append("**\n"));
        }
        return text.toString();
    }
}
