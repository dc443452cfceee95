/** A promise with its two ends outside. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

export function deferred<T>(): Deferred<T> {
  let ends: Pick<Deferred<T>, "resolve" | "reject"> = { resolve: ignore, reject: ignore };
  const promise = new Promise<T>((resolve, reject) => {
    ends = { resolve, reject };
  });
  return { promise: caught(promise), ...ends };
}

/** The same promise; nobody has to catch it for the page to stay free of unhandled rejections. */
export function caught<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}

function ignore(): void {
  // Whoever wants the outcome holds the promise itself.
}
