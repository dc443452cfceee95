package io.chask.account;

/// What came of a change of the team.
public sealed interface TeamResult {

    /// It is so now; it may have been so before.
    record Done(TeamMember member) implements TeamResult {}

    /// The organization has no such agent.
    record Unknown() implements TeamResult {}

    /// Only an owner may do this.
    record OwnersOnly() implements TeamResult {}

    /// The organization would be left without an owner who can sign in.
    record LastOwner() implements TeamResult {}
}
