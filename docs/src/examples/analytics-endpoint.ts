import { ChaskWidget } from "@chask/widget";

void ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  callbacks: {
    onAnalyticsEvent: (event) => {
      void fetch("/chat-events", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(event),
        // Lets the request finish when the visitor leaves the page.
        keepalive: true,
      });
    },
  },
});
