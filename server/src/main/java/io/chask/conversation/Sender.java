package io.chask.conversation;

/// Which side a message comes from, as `ChatMessage.sender` names it.
public enum Sender {
    USER("user"),
    AGENT("agent"),
    SYSTEM("system");

    private final String wireName;

    Sender(String wireName) {
        this.wireName = wireName;
    }

    /// The name in frames, REST bodies and the database.
    public String wireName() {
        return wireName;
    }

    /// The sender of this wire name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Sender of(String wireName) {
        for (Sender sender : values()) {
            if (sender.wireName.equals(wireName)) {
                return sender;
            }
        }
        throw new IllegalArgumentException("unknown sender " + wireName);
    }
}
