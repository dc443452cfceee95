import { createHmac } from "node:crypto";

const { CHASK_ORGANIZATION, CHASK_SECRET } = process.env;

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

export function chaskToken(user) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: user.id,
    name: user.name,
    email: user.email,
    aud: CHASK_ORGANIZATION,
    iat: now,
    exp: now + 15 * 60,
  };
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", CHASK_SECRET).update(signed).digest("base64url")}`;
}
