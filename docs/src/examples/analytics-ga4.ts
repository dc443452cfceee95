import { ChaskWidget } from "@chask/widget";

void ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  callbacks: {
    onAnalyticsEvent: ({ type, data }) => gtag("event", type, data),
  },
});
