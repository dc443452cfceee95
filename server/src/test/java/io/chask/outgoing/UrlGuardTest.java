package io.chask.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// S18: nothing others type in makes the server call what only the server can reach. The canary listens on every
/// address
/// of this machine and must hear nothing.
final class UrlGuardTest {

    private ServerSocket canary;

    @BeforeEach
    void listen() throws IOException {
        canary = new ServerSocket(0);
        canary.setSoTimeout(1);
    }

    @AfterEach
    void heardNothing() throws IOException {
        try (var silent = canary) {
            assertThatThrownBy(silent::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "private.example" -> new InetAddress[] {InetAddress.ofLiteral("10.1.2.3")};
            case "loopback.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
            case "mixed.example" ->
                new InetAddress[] {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("127.0.0.1")};
            case "six.example" -> new InetAddress[] {InetAddress.ofLiteral("::1")};
            case "unknown.example" -> throw new UnknownHostException(host);
            case "empty.example" -> new InetAddress[0];
            default -> InetAddress.getAllByName(host);
        };
    }

    private void refused(UrlGuard guard, String url) {
        try (var http = new OutgoingHttp(guard, Duration.ofSeconds(5))) {
            var address = URI.create(url.replace("PORT", Integer.toString(canary.getLocalPort())));
            assertThatThrownBy(() -> http.get(address)).as(url).isInstanceOf(UrlRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com:PORT/",
                "ftp://127.0.0.1:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/",
                "jar:https://127.0.0.1:PORT/!/",
                "https:/keys",
                "https:127.0.0.1",
                "//127.0.0.1:PORT/",
                "https://127.0.0.1:PORT/",
                "https://127.0.0.2:PORT/",
                "https://127.1:PORT/",
                "https://127.0.1:PORT/",
                "https://2130706433:PORT/",
                "https://0x7f000001:PORT/",
                "https://0x7f.0.0.1:PORT/",
                "https://0177.0.0.1:PORT/",
                "https://017700000001:PORT/",
                "https://127.0.0.01:PORT/",
                "https://0:PORT/",
                "https://0.0.0.0:PORT/",
                "https://localhost:PORT/",
                "https://LOCALHOST:PORT/",
                "https://localhost.:PORT/",
                "https://10.0.0.1:PORT/",
                "https://10.255.255.255/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]:PORT/",
                "https://[::]:PORT/",
                "https://[::ffff:127.0.0.1]:PORT/",
                "https://[::ffff:7f00:1]:PORT/",
                "https://[::127.0.0.1]:PORT/",
                "https://[64:ff9b::7f00:1]:PORT/",
                "https://[2002:7f00:1::]:PORT/",
                "https://[fe80::1]:PORT/",
                "https://[fc00::1]:PORT/",
                "https://[fd12:3456::1]:PORT/",
                "https://[ff02::1]:PORT/",
                "https://[2001:db8::1]:PORT/",
                "https://[2001::1]:PORT/",
                "https://user@127.0.0.1:PORT/",
                "https://example.com@127.0.0.1:PORT/",
                "https://private.example:PORT/",
                "https://loopback.example:PORT/",
                "https://mixed.example:PORT/",
                "https://six.example:PORT/",
                "https://unknown.example/",
                "https://empty.example/",
                "https://127.0.0.1:PORT/#example.com",
                "https://a_b.example/",
                "https://-a.example/"
            })
    void s18AddressesThatAreNotPublicAreNotCalled(String url) {
        refused(new UrlGuard(Set.of(), UrlGuardTest::resolve), url);
    }

    @Test
    void s18NameThatChangesItsMindIsResolvedOnceAndDialledWhereItWasChecked() throws IOException {
        var asked = new AtomicInteger();
        Resolver rebinding = _ ->
                new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")};
        var target = new UrlGuard(Set.of(), rebinding)
                .check(URI.create("https://rebinding.example:" + canary.getLocalPort() + "/"));
        assertThat(target.addresses()).containsExactly(InetAddress.ofLiteral("93.184.215.14"));
        assertThat(asked).hasValue(1);
    }

    /// Behind the second answer listens the canary, on the same port of another address.
    @Test
    void s18NameIsDialledAtTheAddressThatWasChecked() throws IOException {
        int port = canary.getLocalPort();
        canary.close();
        canary = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.2"));
        canary.setSoTimeout(1);
        var asked = new AtomicInteger();
        Resolver rebinding = _ ->
                new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")};
        var address = "rebinding.example:" + port;
        try (var front = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
            assertThat(fetch(front, "http://" + address + "/", new UrlGuard(Set.of(address), rebinding), answer))
                    .isEqualTo("ok");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void s18RedirectIsNotFollowed() throws IOException {
        try (var front = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var guard = new UrlGuard(Set.of("127.0.0.1:" + front.getLocalPort()), UrlGuardTest::resolve);
            var answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + canary.getLocalPort() + "/\r\n\r\n";
            assertThatThrownBy(() -> fetch(front, guard, answer)).hasMessageContaining("not 200");
        }
    }

    @Test
    void answerWithoutAnEndIsCutOff() throws IOException {
        try (var front = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var guard = new UrlGuard(Set.of("127.0.0.1"), UrlGuardTest::resolve);
            var answer = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(300 * 1024);
            assertThatThrownBy(() -> fetch(front, guard, answer)).hasMessageContaining("too long");
        }
    }

    @Test
    void answerInChunksIsJoined() throws IOException {
        try (var front = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var guard = new UrlGuard(Set.of("127.0.0.1"), UrlGuardTest::resolve);
            var answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
            assertThat(fetch(front, guard, answer)).isEqualTo("abcde");
        }
    }

    @Test
    void publicAddressesAndNamedHostsAreLetThrough() throws IOException {
        var guard = new UrlGuard(Set.of("127.0.0.1:8080", "id.internal"), host -> new InetAddress[] {
            InetAddress.ofLiteral(
                    host.equals("id.internal")
                            ? "10.0.0.7"
                            : host.replace("[", "").replace("]", ""))
        });
        for (var url : new String[] {
            "https://93.184.215.14/keys",
            "https://[2606:2800:21f:cb07::1]/keys",
            "http://127.0.0.1:8080/",
            "http://id.internal/k"
        }) {
            assertThat(guard.check(URI.create(url)).addresses()).hasSize(1);
        }
        assertThatThrownBy(() -> guard.check(URI.create("http://127.0.0.1:8081/")))
                .isInstanceOf(UrlRefused.class);
    }

    /// What a request to a server that answers like this gives.
    private static String fetch(ServerSocket front, UrlGuard guard, String answer) throws IOException {
        return fetch(front, "http://127.0.0.1:" + front.getLocalPort() + "/", guard, answer);
    }

    private static String fetch(ServerSocket front, String url, UrlGuard guard, String answer) throws IOException {
        var server = Thread.ofVirtual().start(() -> {
            try (var socket = front.accept()) {
                socket.getOutputStream().write(answer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The client has had enough.
            }
        });
        try (var http = new OutgoingHttp(guard, Duration.ofSeconds(10))) {
            return new String(http.get(URI.create(url)), java.nio.charset.StandardCharsets.UTF_8);
        } finally {
            server.interrupt();
        }
    }
}
