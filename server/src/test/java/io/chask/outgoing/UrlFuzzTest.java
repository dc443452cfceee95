package io.chask.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever stands in an address's place is refused, or leads to the public internet by TLS.
final class UrlFuzzTest {

    /// Every name is this machine's, so only addresses in numbers can get through.
    private static final UrlGuard GUARD = new UrlGuard(Set.of(), UrlFuzzTest::resolve);

    private static InetAddress[] resolve(String host) {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException name) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    }

    static void read(byte[] bytes) {
        try {
            var target = GUARD.check(new URI(new String(bytes, StandardCharsets.UTF_8)));
            assertThat(target.tls()).isTrue();
            assertThat(target.url().getRawUserInfo()).isNull();
            assertThat(target.addresses()).isNotEmpty().noneMatch(UrlFuzzTest::isNear);
        } catch (URISyntaxException | UrlRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }

    @Test
    void s18BrokenAddressesAreRefusedOrPublic() {
        Mutations.of("outgoing/UrlFuzzingInputs/addresses").run(20_000, UrlFuzzTest::read);
    }
}
