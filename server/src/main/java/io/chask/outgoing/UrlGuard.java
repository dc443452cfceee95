package io.chask.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets the server call public addresses over https, and nothing else but what its operator has named. A host is
/// resolved once: the addresses that were checked are the ones to dial, so a name that changes its mind gains nothing.
public final class UrlGuard {

    private static final int LONGEST = 2_048;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /// Names as they stand in certificates, with a letter in the last label: no octal, hexadecimal or short numbers.
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    private final Set<String> allowed;
    private final Resolver resolver;

    /// @param allowed `host` or `host:port` that may be private, and spoken to without TLS
    public UrlGuard(Set<String> allowed, Resolver resolver) {
        this.allowed = Set.copyOf(allowed);
        this.resolver = resolver;
    }

    /// Where to connect for an address that was let through.
    record Target(URI url, String host, int port, boolean tls, List<InetAddress> addresses) {
        Target {
            addresses = List.copyOf(addresses);
        }
    }

    /// Checks an address's form and host, without asking anybody: for settings that are being saved.
    ///
    /// @throws UrlRefused saying why
    public void checkForm(URI url) throws UrlRefused {
        form(url);
    }

    private record Form(String host, int port, boolean tls, boolean named) {}

    private Form form(URI url) throws UrlRefused {
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        var host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (url.toString().length() > LONGEST || !(tls || scheme.equals("http")) || host.isEmpty()) {
            throw new UrlRefused("must be an https:// address with a host");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new UrlRefused("must have no user name and no fragment");
        }
        int port = url.getPort() < 0 ? (tls ? HTTPS : HTTP) : url.getPort();
        boolean named = allowed.contains(host) || allowed.contains(host + ":" + port);
        if (!tls && !named) {
            throw new UrlRefused("must begin with https://");
        }
        if (!host.startsWith("[")
                && !NAME.matcher(host).matches()
                && !DOTTED.matcher(host).matches()) {
            throw new UrlRefused("the host is neither a name nor an address in its usual form");
        }
        return new Form(host, port, tls, named);
    }

    /// Checks an address and resolves its host. Blocks.
    Target check(URI url) throws UrlRefused {
        var form = form(url);
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(form.host());
        } catch (UnknownHostException e) {
            throw new UrlRefused("the host could not be resolved");
        }
        if (addresses.length == 0) {
            throw new UrlRefused("the host could not be resolved");
        }
        for (var address : addresses) {
            if (!form.named() && !PublicAddress.is(address)) {
                throw new UrlRefused("the host is not on the public internet");
            }
        }
        return new Target(url, form.host(), form.port(), form.tls(), List.of(addresses));
    }
}
