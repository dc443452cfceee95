/** What the analytics scripts and Angular offer, as far as the examples use it. */
declare function gtag(command: "event", name: string, parameters?: object): void;

declare const mixpanel: { track: (name: string, properties?: object) => void };

// Angular's own types would bring its compiler: 40 MB for one call. Vue's and React's are the real ones.
declare module "@angular/platform-browser" {
  export function bootstrapApplication(component: object): Promise<object>;
}
