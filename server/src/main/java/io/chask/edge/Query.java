package io.chask.edge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The query of a request.
///
/// @param values     first value of each parameter, decoded
/// @param unreadable names of parameters whose first value is no text: ill-formed, or with U+0000
record Query(Map<String, String> values, Set<String> unreadable) {

    static final Query NONE = new Query(Map.of(), Set.of());

    /// @throws Refused `INVALID_FIELD` when the value is no text: left out, it would be another question that is
    ///     answered
    Optional<String> value(String name) {
        if (unreadable.contains(name)) {
            throw new Refused(Problem.field(name, "has characters that are not allowed"));
        }
        return Optional.ofNullable(values.get(name));
    }
}
