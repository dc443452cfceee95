import { ChaskWidget } from "@chask/widget";

await ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  getUserToken: async () => {
    const answer = await fetch("/chask-token");
    // 204: nobody is signed in.
    return answer.status === 200 ? answer.text() : null;
  },
});
