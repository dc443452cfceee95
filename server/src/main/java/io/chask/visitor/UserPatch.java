package io.chask.visitor;

import io.chask.contact.Company;
import io.chask.contact.Person;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The schema `UserPatch` of the HTTP contract: members that are present replace, `null` clears, attributes are merged.
final class UserPatch implements UnaryOperator<Person> {

    private static final int NAME = 200;
    private static final int EMAIL = 320;
    private static final int PHONE = 40;
    private static final int URL = 2_048;
    private static final int LOCALE = 35;

    private final JsonNode json;

    /// A patch of this body.
    ///
    /// @throws Refused `INVALID_FIELD` when it is no object
    UserPatch(JsonNode json) {
        if (!json.isObject()) {
            throw new Refused(Problem.field("body", "must be an object"));
        }
        this.json = json;
    }

    /// The id the page says he has; null when it says none.
    @Nullable
    String givenId() {
        return text("id", (String) null, NAME);
    }

    /// The person after the change.
    ///
    /// @throws Refused `INVALID_FIELD` naming the member
    @Override
    public Person apply(Person person) {
        return new Person(
                text("id", person.userId(), NAME),
                text("name", person.name(), NAME),
                text("email", person.email(), EMAIL),
                text("phone", person.phone(), PHONE),
                url("avatarUrl", person.avatarUrl()),
                company(person.company()),
                text("locale", person.locale(), LOCALE),
                time("createdAt", person.createdAt()),
                new AttributesPatch(json.get("attributes")).apply(person.attributes()));
    }

    private @Nullable String text(String field, @Nullable String before, int most) {
        var node = json.get(field);
        return node == null ? before : text(field, node, most);
    }

    private static @Nullable String text(String path, @Nullable JsonNode node, int most) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new Refused(Problem.field(path, "must be a text"));
        }
        var text = Texts.checked(path, node.asString(), most).strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable String url(String field, @Nullable String before) {
        var text = text(field, before, URL);
        if (text != null && !text.startsWith("https://") && !text.startsWith("http://")) {
            throw new Refused(Problem.field(field, "must begin with https:// or http://"));
        }
        return text;
    }

    private @Nullable Company company(@Nullable Company before) {
        var node = json.get("company");
        if (node == null || node.isNull()) {
            return node == null ? before : null;
        }
        if (!node.isObject()) {
            throw new Refused(Problem.field("company", "must be an object"));
        }
        return new Company(text("company.id", node.get("id"), NAME), text("company.name", node.get("name"), NAME));
    }

    private @Nullable Instant time(String field, @Nullable Instant before) {
        var node = json.get(field);
        if (node == null) {
            return before;
        }
        var text = text(field, node, LOCALE);
        try {
            return text == null ? null : WireTime.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Problem.field(field, "must be a time such as 2026-11-22T10:15:30Z"));
        }
    }
}
