import { ChaskWidget } from "@chask/widget";

const page = document.documentElement;
const pageTitle = document.title;

void ChaskWidget.init({
  apiKey: "ck_your_key",
  organizationId: "your-organization-id",
  callbacks: {
    // From here on the page may show its own "Chat with us" links.
    onReady: () => {
      page.classList.add("chat-ready");
    },

    onOpen: () => {
      page.classList.add("chat-open");
      document.title = pageTitle;
    },

    onClose: () => {
      page.classList.remove("chat-open");
    },

    // The server has stored the visitor's message.
    onMessageSent: (message) => {
      sessionStorage.setItem("last-question", message.timestamp.toISOString());
    },

    // An answer came while the visitor looks at another tab.
    onMessageReceived: (message) => {
      if (document.hidden && message.sender === "agent") {
        document.title = `(1) ${pageTitle}`;
      }
    },

    // Lost connections mend themselves; a refused key is yours to repair.
    onError: (error) => {
      if (error.code === "AUTH_ERROR") {
        reportError(error);
      }
    },

    onUserUpdated: (user) => {
      page.classList.toggle("chat-knows-email", user.email !== undefined);
    },

    // One place for everything worth counting.
    onAnalyticsEvent: (event) => {
      navigator.sendBeacon("/chat-events", JSON.stringify(event));
    },
  },
});
