import { ChaskWidget } from "@chask/widget";

/** Starts the chat and gives the function that takes it away again. */
export function startChat(): () => void {
  void ChaskWidget.init({
    apiKey: "ck_your_key",
    organizationId: "your-organization-id",
    baseUrl: "https://chat.example.com",
  });
  return () => ChaskWidget.destroy();
}
