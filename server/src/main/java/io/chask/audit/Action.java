package io.chask.audit;

/// What can be done that the log tells of. The code is for ever: lines that were written keep it.
public enum Action {
    /// An organization was made.
    ORGANIZATION_CREATED("organization.created"),
    /// Settings of the organization itself: its name, whether it asks for a second factor.
    ORGANIZATION_CHANGED("organization.changed"),
    /// Pages of more or fewer origins may show the chat.
    ORIGINS_CHANGED("origins.changed"),
    /// One more publishable key.
    KEY_ADDED("key.added"),
    /// A publishable key goes on for a while only.
    KEY_RETIRING("key.retiring"),
    /// A publishable key that was to retire stays.
    KEY_KEPT("key.kept"),
    /// A publishable key became worthless.
    KEY_REVOKED("key.revoked"),
    /// How visitors prove who they are: mode or issuer.
    IDENTITY_CHANGED("identity.changed"),
    /// One more secret that signs identity tokens.
    IDENTITY_SECRET_ADDED("identity.secret_added"),
    /// A secret that signs identity tokens became worthless.
    IDENTITY_SECRET_REVOKED("identity.secret_revoked"),
    /// The widget's look, texts or limits.
    WIDGET_CHANGED("widget.changed"),
    /// Which files are taken, how large, how many, how much in all.
    ATTACHMENTS_CHANGED("attachments.changed"),
    /// One more canned reply.
    REPLY_ADDED("reply.added"),
    /// Name or texts of a canned reply.
    REPLY_CHANGED("reply.changed"),
    /// A canned reply is gone.
    REPLY_DELETED("reply.deleted"),
    /// A tag has another name, on all conversations that carry it.
    TAG_RENAMED("tag.renamed"),
    /// The conversations of a tag got another one in its place.
    TAG_MERGED("tag.merged"),
    /// A tag was taken from all conversations and is gone.
    TAG_DELETED("tag.deleted"),
    /// How long agents may edit and delete what they wrote.
    MESSAGE_POLICY_CHANGED("messages.policy_changed"),
    /// The virus scanner found something in a file, which was not kept.
    FILE_INFECTED("file.infected"),

    /// A visitor's token opens nothing any more.
    VISITOR_BLOCKED("visitor.blocked"),
    /// A blocked visitor may write again.
    VISITOR_UNBLOCKED("visitor.unblocked"),

    /// An agent was added, by the command line or by accepting an invitation.
    AGENT_ADDED("agent.added"),
    /// An agent may do more or less than before.
    AGENT_ROLE_CHANGED("agent.role_changed"),
    /// An agent was signed out everywhere and may not sign in.
    AGENT_DISABLED("agent.disabled"),
    /// A disabled agent may sign in again.
    AGENT_ENABLED("agent.enabled"),
    /// An agent is given more or fewer conversations at once.
    AGENT_CAPACITY_CHANGED("agent.capacity_changed"),
    /// How conversations are given out, and when agents count as away.
    ROUTING_CHANGED("routing.changed"),
    /// One more team.
    TEAM_CREATED("team.created"),
    /// Name or members of a team.
    TEAM_CHANGED("team.changed"),
    /// A team was dissolved.
    TEAM_DELETED("team.deleted"),
    /// Name or picture of an agent.
    AGENT_CHANGED("agent.changed"),
    /// A new password; all other sessions ended.
    PASSWORD_CHANGED("agent.password_changed"),
    /// An agent signs in with a second factor from now on.
    SECOND_FACTOR_ENABLED("agent.second_factor_enabled"),
    /// An agent needs his password only, by his own wish.
    SECOND_FACTOR_DISABLED("agent.second_factor_disabled"),
    /// Somebody else took an agent's second factor away.
    SECOND_FACTOR_RESET("agent.second_factor_reset"),
    /// New recovery codes; the old ones are worthless.
    RECOVERY_CODES_RENEWED("agent.recovery_codes_renewed"),

    /// An agent signed in.
    SESSION_STARTED("session.started"),
    /// Somebody wanted to sign in as an agent and was refused.
    SESSION_REFUSED("session.refused"),
    /// Sessions of an agent were ended, by himself or by somebody else.
    SESSION_ENDED("session.ended"),

    /// Somebody was invited.
    INVITATION_CREATED("invitation.created"),
    /// An invitation became worthless before it was used.
    INVITATION_REVOKED("invitation.revoked"),
    /// An invitation was used.
    INVITATION_ACCEPTED("invitation.accepted");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /// As stored and told, such as `agent.added`.
    public String code() {
        return code;
    }
}
