package io.chask.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bus of a single process. One node is alone on it and hears nothing; several in one process, as in tests, each
/// get
/// their own end by [#join].
public final class InProcessBus {
    private final List<End> ends = new CopyOnWriteArrayList<>();

    /// A node's end of the bus.
    public Bus join() {
        var end = new End();
        ends.add(end);
        return end;
    }

    private final class End implements Bus {
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();

        @Override
        public void publish(Signal signal) {
            for (var end : ends) {
                if (end != this) {
                    end.listeners.forEach(listener -> listener.heard(signal));
                }
            }
        }

        @Override
        public void listen(Listener listener) {
            listeners.add(listener);
        }
    }
}
