import { ChaskWidget, type WidgetError } from "@chask/widget";

ChaskWidget.sendMessage("Where is my order?").catch((error: WidgetError) => {
  document.title = `${error.code}: ${error.message}`;
});
