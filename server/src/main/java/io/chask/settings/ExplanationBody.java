package io.chask.settings;

import io.chask.identity.Finding;
import io.chask.identity.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schema `IdentityExplanation` of the HTTP contract.
record ExplanationBody(boolean valid, List<Check> checks) {

    /// One check.
    record Check(
            String subject,
            boolean ok,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Flaw flaw,
            @Nullable String message) {

        static Check of(Finding finding) {
            var flaw = finding.flaw();
            return new Check(
                    finding.subject(),
                    flaw == null,
                    finding.value(),
                    finding.expected(),
                    flaw,
                    flaw == null ? null : finding.sentence());
        }
    }

    static ExplanationBody of(List<Finding> findings) {
        return new ExplanationBody(
                findings.stream().allMatch(finding -> finding.flaw() == null),
                findings.stream().map(Check::of).toList());
    }
}
