package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// S20: no value is ever part of a statement's text, and what sorts or filters is one of a list.
final class SqlTextTest {

    /// Names roles and users, which cannot be parameters, from our own constants and files.
    private static final String EXEMPT = "database";

    private static final String LITERAL = "(?:\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
    private static final String NAME = "[\\w.]+(?:\\([^()]*\\))?";
    private static final Pattern CHAIN =
            Pattern.compile("(?:(?:" + LITERAL + "|" + NAME + ")\\s*\\+\\s*)+(?:" + LITERAL + "|" + NAME + ")");
    private static final Pattern FORMATTED = Pattern.compile(LITERAL + "\\s*\\.formatted\\(([^()]*)\\)");
    private static final Pattern SQL = Pattern.compile(
            "\\b(select\\b[\\s\\S]*\\bfrom|select [\\w.*]+,|insert into|update \\w+ set|delete from|where \\w+|order by)\\b");
    private static final Pattern CONSTANT = Pattern.compile("(?:[A-Z]\\w*\\.)?[A-Z][A-Z0-9_]*");
    private static final Pattern CHOICE = Pattern.compile("(?i)sort|order|filter|status|operator|direction|groupBy|by");

    @Test
    void s20NoValueIsPartOfAStatementsText() throws IOException {
        List<String> found = new ArrayList<>();
        int statements = 0;
        for (var file : sources()) {
            var text = Files.readString(file);
            var formatted = FORMATTED.matcher(text);
            while (formatted.find()) {
                if (SQL.matcher(formatted.group()).find()) {
                    found.addAll(values(file, formatted.group(1).replace(',', '+')));
                }
            }
            var chain = CHAIN.matcher(text);
            while (chain.find()) {
                if (SQL.matcher(chain.group()).find()) {
                    statements++;
                    found.addAll(values(file, chain.group()));
                }
            }
        }
        assertThat(statements).as("statements put together of constants").isPositive();
        assertThat(found).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        var root = Path.of("src", "main", "java", "io", "chask");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root.relativize(file).startsWith(EXEMPT))
                    .toList();
        }
    }

    private static List<String> values(Path file, String chain) {
        List<String> values = new ArrayList<>();
        for (var operand : chain.replaceAll(LITERAL, "\"\"").split("\\+", -1)) {
            var name = operand.strip();
            if (!name.equals("\"\"") && !CONSTANT.matcher(name).matches()) {
                values.add(file + ": " + name);
            }
        }
        return values;
    }

    @Test
    void s20WhatSortsOrFiltersIsOneOfAList() {
        Set<String> free = Contract.instance().freeParameters();
        assertThat(free).filteredOn(name -> CHOICE.matcher(name).matches()).isEmpty();
    }
}
