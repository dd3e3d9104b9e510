package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where operators may log in from. */
class SafeLineTest {

  @ParameterizedTest
  @CsvSource({
    "false, 192.0.2.7, true",
    "false, 2001:db8::7, true",
    "true, 192.0.2.7, false",
    "false, 127.0.0.1, false",
    "false, ::1, false",
  })
  void loginOverAnOpenLineIsRefused(boolean secure, String address, boolean refused) {
    assertThat(Operators.SafeLine.isOpenLine(secure, new InetSocketAddress(address, 40000)))
        .isEqualTo(refused);
  }

  @Test
  void missingPasswordFileIsNamed() {
    assertThatThrownBy(() -> Operators.login(Path.of("no-such-passwords")))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("no-such-passwords")
        .hasMessageContaining("name: password");
  }
}
