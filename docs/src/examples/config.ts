import { ChaskWidget } from "@chask/widget";

const chat = await ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  baseUrl: "https://chat.example.com",
  locale: "auto",
  position: "left",
  theme: { mode: "light", primaryColor: "#0b7285" },
  attachments: { accept: ["image/*", "application/pdf"], maxCount: 3 },
});

chat.open();
