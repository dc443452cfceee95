package io.chask.delivery;

/// What other nodes tell, brought to this node's connections.
final class RemoteSignals implements Bus.Listener {
    private final Fanout fanout;
    private final Subscriptions subscriptions;

    RemoteSignals(Fanout fanout, Subscriptions subscriptions) {
        this.fanout = fanout;
        this.subscriptions = subscriptions;
    }

    @Override
    public void heard(Bus.Signal signal) {
        switch (signal) {
            case Bus.Signal.Advanced advanced ->
                fanout.advanced(advanced.conversation(), advanced.visitor(), advanced.lastSequence());
            case Bus.Signal.Changed changed -> fanout.changed(changed.conversation(), changed.visitor());
            case Bus.Signal.Typing typing ->
                fanout.typing().tell(typing.conversation(), typing.visitor(), typing.active(), typing.author());
            case Bus.Signal.Viewing viewing ->
                subscriptions.viewing(viewing.conversation(), viewing.agent(), viewing.state());
            case Bus.Signal.Presence presence -> fanout.presence().heard(presence.organization());
        }
    }
}
