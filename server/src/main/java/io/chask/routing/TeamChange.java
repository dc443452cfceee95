package io.chask.routing;

/// What became of a wish about a team.
public sealed interface TeamChange {

    /// It is as wished.
    record Done(Teams.Entry team) implements TeamChange {}

    /// Another team is called so.
    record NameTaken() implements TeamChange {}

    /// One of the members is no agent of the organization.
    record UnknownAgent() implements TeamChange {}

    /// There is no such team.
    record Unknown() implements TeamChange {}

    /// The organization has as many teams as it may.
    record TooMany() implements TeamChange {}
}
