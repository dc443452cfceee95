package io.chask.reply;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What stands in a text as `{{visitor.name}}` and becomes a value when an agent takes the text. After a `|` stands
/// what is written where the value is not known: `{{visitor.name|there}}`.
enum Variable {
    VISITOR_NAME("visitor.name"),
    VISITOR_FIRST_NAME("visitor.firstName"),
    VISITOR_EMAIL("visitor.email"),
    VISITOR_COMPANY("visitor.company"),
    AGENT_NAME("agent.name"),
    AGENT_FIRST_NAME("agent.firstName"),
    ORGANIZATION_NAME("organization.name");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}|]*)(?:\\|[^{}]*)?}}");

    private final String code;

    Variable(String code) {
        this.code = code;
    }

    /// As it stands in a text.
    String code() {
        return code;
    }

    /// The first place of a text that looks like a variable and is none.
    static Optional<String> unknownIn(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1).strip())
                .filter(name -> Arrays.stream(values()).noneMatch(known -> known.code.equals(name)))
                .findFirst();
    }

    /// All of them, for a sentence.
    static String all() {
        return Arrays.stream(values()).map(Variable::code).collect(Collectors.joining(", "));
    }
}
