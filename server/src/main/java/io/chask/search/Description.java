package io.chask.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a conversation is found by besides its messages, and by whose rules its words are read.
///
/// @param language a configuration of the database's full text search
record Description(String language, String words) {

    private static final List<String> COLUMNS =
            List.of("name", "email", "phone", "company_name", "company_id", "user_id");

    /// Of a row with the visitor's columns, the organization's first language, and the names of the tags.
    static Description of(ResultSet row) throws SQLException {
        List<String> words = new ArrayList<>();
        for (var column : COLUMNS) {
            var text = row.getString(column);
            if (text != null) {
                words.add(text);
            }
        }
        var phone = row.getString("phone");
        if (phone != null) {
            words.addAll(Phone.forms(phone));
        }
        words.addAll(List.of((String[]) row.getArray("tags").getArray()));
        return new Description(
                language(row.getString("locale"), row.getString("organization_locale")), String.join(" ", words));
    }

    /// The visitor's language where its rules are known here, or else the organization's.
    private static String language(@Nullable String visitor, @Nullable String organization) {
        var own = configuration(visitor);
        return own.equals("simple") ? configuration(organization) : own;
    }

    private static String configuration(@Nullable String locale) {
        var tag = locale == null ? "" : locale.toLowerCase(Locale.ROOT);
        if (tag.startsWith("es")) {
            return "spanish";
        }
        if (tag.startsWith("pt")) {
            return "portuguese";
        }
        return tag.startsWith("en") ? "english" : "simple";
    }
}
