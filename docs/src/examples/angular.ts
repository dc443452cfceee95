import { bootstrapApplication } from "@angular/platform-browser";

import { App } from "./app/app";
import { startChat } from "./chat";

await bootstrapApplication(App);
startChat();
