package io.chask.cli;

import io.chask.organization.Origin;
import java.util.Collection;
import java.util.List;

/// Origins as the operator writes and reads them.
final class Origins {

    private Origins() {}

    /// @throws CommandFailed naming the option
    static Origin read(String option, String text) {
        return Origin.parseAllowed(text)
                .orElseThrow(() -> new CommandFailed(option + " must be an http or https address, not " + text));
    }

    static List<String> sorted(Collection<Origin> origins) {
        return origins.stream().map(Origin::value).sorted().toList();
    }
}
