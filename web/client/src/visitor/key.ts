/**
 * The storage key of a visitor's session. A page's loader may look whether an item of this name exists in
 * `localStorage`, and start the client only then.
 */
export function sessionKey(organizationId: string, apiKey: string): string {
  return `chask:${organizationId}:${apiKey}`;
}
