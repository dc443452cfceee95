package io.chask;

import java.util.UUID;

/// What is asked for: ids that exist, or ids that do not.
///
/// Identity secrets, keys and teams are asked for by an id that is none: to delete one that is would change what the
/// next is
/// answered.
///
/// @param message   of the visitor's, in the conversation
/// @param agent     of the organization, by the role `agent`
/// @param link      to the file, signed
/// @param thumbnail as the link, to its small picture
record AccessTargets(
        Shop shop,
        UUID visitor,
        UUID conversation,
        UUID message,
        UUID agent,
        String file,
        String link,
        String thumbnail) {

    /// Nothing of this exists.
    AccessTargets unknown() {
        var nowhere = UUID.randomUUID().toString();
        return new AccessTargets(
                shop,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                nowhere,
                link.replace(file, nowhere),
                thumbnail.replace(file, nowhere));
    }

    /// The path of an operation with the ids in place.
    String path(String template) {
        if (template.equals("/v1/attachments/{id}")) {
            return link;
        }
        if (template.equals("/v1/attachments/{id}/thumbnail")) {
            return thumbnail;
        }
        return template.replaceFirst("(conversations)/\\{[^}]+}", "$1/" + conversation)
                .replaceFirst("\\{message}", message.toString())
                .replaceFirst("(visitors)/\\{[^}]+}", "$1/" + visitor)
                .replaceFirst("(teams?)/\\{[^}]+}", "$1/" + agent)
                .replaceFirst("(settings/keys)/\\{[^}]+}", "$1/" + visitor)
                .replaceFirst("(secrets)/\\{[^}]+}", "$1/" + visitor)
                .replaceFirst("(tags|replies|filters)/\\{[^}]+}", "$1/" + conversation)
                .replaceFirst("(account/sessions|invitations)/\\{[^}]+}", "$1/" + agent);
    }
}
