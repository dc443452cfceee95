import { ChaskWidget } from "@chask/widget";

ChaskWidget.on("error", ({ code, message, details }) => {
  console.warn(code, details?.reason, message, details?.docsUrl);
});
