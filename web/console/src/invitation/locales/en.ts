/// The page that an invitation leads to. The keys of this catalogue are those of all.
export const en = {
  title: "Join {organization}",
  hint: "You are invited to answer visitors as {email}.",
  name: "Your name",
  nameHint: "Visitors see it.",
  password: "Password",
  passwordHint: "At least 10 characters; a few words that do not belong together are best.",
  show: "Show password",
  join: "Join",
  joining: "Joining…",
  badTitle: "This invitation is no longer valid",
  bad: "It was used or revoked, or is older than seven days. Ask for a new one.",
  signIn: "To the sign-in",
  troubleTitle: "The invitation could not be read",
  retry: "Try again",
  PASSWORD_TOO_SHORT: "This password is too short. It needs at least 10 characters.",
  PASSWORD_TOO_COMMON:
    "This password is one of the first that guessers try. Take a few words that do not belong together.",
  PASSWORD_PERSONAL: "A password must not be your name or email.",
  EMAIL_TAKEN: "Somebody with this email is an agent already. Sign in instead.",
  INVALID_FIELD: "This name cannot be used.",
} as const;

export type TextKey = keyof typeof en;
