import type { VisitorClient } from "@chask/client";
import type { Host } from "../host";

/** Tells the page what the client tells: the specific event first, then the analytics of the same occurrence. */
export function relay(client: VisitorClient, host: Host): void {
  const { hub } = host;
  client.on("messageSent", (message) => {
    hub.emit("messageSent", message);
    hub.track("message_sent", { messageId: message.id, hasAttachments: !!message.attachments?.length });
  });
  client.on("messageReceived", (message) => {
    hub.emit("messageReceived", message);
    hub.track("message_received", { messageId: message.id, sender: message.sender });
  });
  client.on("conversationStarted", (data) => hub.track("session_started", { ...data }));
  client.on("attachmentUploaded", (data) => hub.track("attachment_uploaded", { ...data }));
  client.on("error", (error) => host.report(error));
  client.on("messageStatus", (change) => hub.emit("messageStatus", change));
  client.on("userUpdated", (user) => hub.emit("userUpdated", user));
  client.on("connectionChanged", (state) => hub.emit("connectionChanged", state));
  client.on("typing", (change) => hub.emit("typing", change));
  client.on("unreadCountChanged", (count) => {
    host.setUnread(count);
    hub.emit("unreadCountChanged", count);
  });
}
