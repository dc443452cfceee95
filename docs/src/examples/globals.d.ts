/** What the analytics scripts and frameworks offer, as far as the examples use it. */
declare function gtag(command: "event", name: string, parameters?: object): void;

declare const mixpanel: { track: (name: string, properties?: object) => void };

declare module "vue" {
  export function onMounted(hook: () => void): void;
  export function onUnmounted(hook: () => void): void;
}

declare module "@angular/platform-browser" {
  export function bootstrapApplication(component: object): Promise<object>;
}
