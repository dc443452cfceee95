package io.chask.contact;

import io.chask.organization.Token;

/// A visitor who was let in, and the token his browser keeps.
public record Admission(Token token, Visitor visitor) {}
