/** Reads values that came as JSON: every answer is `unknown` until a test says what it expects. */

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`expected a JSON object, got ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(Object.entries(value));
}

export function text(value: unknown, key: string): string {
  const member = record(value)[key];
  if (typeof member !== "string") {
    throw new Error(`expected a string at "${key}" of ${JSON.stringify(value)}`);
  }
  return member;
}

export function number(value: unknown, key: string): number {
  const member = record(value)[key];
  if (typeof member !== "number") {
    throw new Error(`expected a number at "${key}" of ${JSON.stringify(value)}`);
  }
  return member;
}

export function list(value: unknown, key: string): readonly unknown[] {
  const member = record(value)[key];
  if (!Array.isArray(member)) {
    throw new Error(`expected an array at "${key}" of ${JSON.stringify(value)}`);
  }
  return member;
}
