import { ChaskWidget, type WidgetError } from "@chask/widget";

ChaskWidget.sendMessage("Hello").catch((error: WidgetError) => {
  document.title = `${error.code}: ${error.message}`;
});
