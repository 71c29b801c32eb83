package org.arobase.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the identity API. */
final class IdentityApi {
  private IdentityApi() {}

  @Schema(name = "Credentials", description = "A user and a password.")
  record Credentials(
      @NotBlank @Size(max = 64) @Pattern(regexp = "\\S+") @Schema(examples = "juror1")
          String username,
      @NotNull @Size(max = 72) @Schema(description = "At most 72 characters (bcrypt).")
          String password) {}

  @Schema(name = "Token", description = "A bearer token.")
  record Token(
      @Schema(description = "Send it as `Authorization: Bearer …`.") String accessToken,
      @Schema(description = "Always Bearer.", examples = "Bearer") String tokenType,
      @Schema(description = "Lifetime in seconds.", examples = "900") long expiresIn,
      @Schema(description = "Exchange it at /auth/token/refresh; it can be used once.")
          String refreshToken,
      @Schema(description = "Seconds until the user must sign in again.", examples = "43200")
          long refreshExpiresIn) {}

  @Schema(name = "Refresh", description = "A refresh token.")
  record Refresh(@NotBlank @Size(max = 200) String refreshToken) {}

  @Schema(name = "Me", description = "The caller, as the token names them.")
  record Me(
      @Schema(examples = "juror1") String username,
      @Schema(description = "juror, president, vice-president, secretariat or applicant.")
          List<String> roles,
      @Schema(description = "The authority that an applicant acts for.", examples = "78138")
          @Nullable String authority) {
    static Me from(Caller caller) {
      return new Me(caller.name(), List.copyOf(caller.roles()), caller.authority().orElse(null));
    }
  }
}
