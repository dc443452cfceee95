/// The settings of visitors' identity.
export const identity: Readonly<Record<string, unknown>> = {
  mode: "optional",
  issuer: null,
  secrets: [{ id: "5f1d6c7e-0000-4000-8000-000000000001", createdAt: "2026-11-20T09:00:00.000Z" }],
};

/// What is wrong with a token.
export const explanation: object = {
  valid: false,
  checks: [
    { subject: "alg", ok: true, value: "HS256" },
    { subject: "signature", ok: true },
    {
      subject: "aud",
      ok: false,
      value: "shop",
      expected: "5f1d6c7e",
      flaw: "AUDIENCE",
      message: "aud",
    },
    { subject: "new", ok: false, flaw: "OF_TOMORROW", message: "Words of a newer server." },
  ],
};
