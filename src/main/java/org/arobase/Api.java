package org.arobase;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The application under {@code /api/v1} and the head of its OpenAPI document. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Arobase",
            version = "0.1.0",
            description =
                "Jury evaluation and scoring: jurors score dossiers, the president decides and"
                    + " finalises levels from 0 to 5 @, and the palmarès is published. Texts are in"
                    + " French, or in English with `Accept-Language: en`. Every refused request"
                    + " gets an RFC 9457 problem.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/", description = "This server"))
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "A token from POST /api/v1/auth/token or from your identity provider.")
public class Api extends Application {}
