import { ChaskWidget } from "@chask/widget";

// After your visitor has signed in to your site.
await ChaskWidget.identify({
  id: "customer-4711",
  name: "Ana Souza",
  email: "ana@example.com",
  company: { id: "acme", name: "Acme" },
  attributes: { plan: "team", seats: 12, trial: false },
});

// Later, when something has changed; null clears a property.
await ChaskWidget.updateUser({ phone: "+51 1 555 0100", company: null });
