package io.chask.account;

import io.chask.organization.Token;

/// What came of an attempt to sign in.
public sealed interface SignIn {

    /// A session has begun.
    record SignedIn(Token token, Session session) implements SignIn {}

    /// No agent has this e-mail address and this password. Says no more than that.
    record CredentialsInvalid() implements SignIn {}

    /// The password is right, but the agent is disabled.
    record AgentDisabled() implements SignIn {}

    /// The password is right, but the agent has a second factor and gave no code.
    record CodeMissing() implements SignIn {}

    /// The password is right, but the code is none that counts.
    record CodeInvalid() implements SignIn {}
}
