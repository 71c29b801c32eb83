package org.arobase.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import org.arobase.platform.http.AnswerAddresses;
import org.arobase.platform.http.AnswerHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends the kept answer again, byte for byte. */
public class ReplayedResponseMapper {
  private final AnswerAddresses addresses;

  ReplayedResponseMapper(AnswerAddresses addresses) {
    this.addresses = addresses;
  }

  @ServerExceptionMapper
  RestResponse<String> again(ReplayedResponse before, UriInfo uriInfo) {
    IdempotencyRecord answer = before.answer;
    var response =
        RestResponse.ResponseBuilder.create(
            RestResponse.Status.fromStatusCode(answer.status),
            answer.body.isEmpty() ? null : answer.body);
    if (!answer.body.isEmpty()) {
      response.type(MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name()));
    }
    if (answer.etag != null) {
      response.header(HttpHeaders.ETAG, answer.etag);
    }
    if (AnswerHeaders.LOCATED.contains(answer.status) && answer.location != null) {
      var location = uriInfo.getBaseUriBuilder().path(answer.location).build();
      response.header(HttpHeaders.LOCATION, addresses.of(location));
    }
    return response.build();
  }
}
