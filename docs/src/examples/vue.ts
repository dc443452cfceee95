import { onMounted, onUnmounted } from "vue";

import { startChat } from "./chat";

// Call useChat() in the setup of your root component.
export function useChat(): void {
  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = startChat();
  });
  onUnmounted(() => stop?.());
}
