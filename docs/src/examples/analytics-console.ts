import { ChaskWidget } from "@chask/widget";

void ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  callbacks: {
    onAnalyticsEvent: ({ timestamp, type, data }) => {
      console.debug(timestamp.toLocaleTimeString(), type, { ...data });
    },
  },
});
