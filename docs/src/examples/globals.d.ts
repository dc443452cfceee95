/** What the analytics scripts put into a page, as far as the examples use it. */
declare function gtag(command: "event", name: string, parameters?: object): void;

declare const mixpanel: { track: (name: string, properties?: object) => void };
