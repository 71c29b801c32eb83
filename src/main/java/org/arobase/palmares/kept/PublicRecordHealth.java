package org.arobase.palmares.kept;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down while something that is published is not as it was recorded: somebody has to look. It says
 * nothing about whether this server can answer, so readiness does not depend on it.
 */
@Wellness
@ApplicationScoped
class PublicRecordHealth implements HealthCheck {
  private final PublicRecord published;

  PublicRecordHealth(PublicRecord published) {
    this.published = published;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("public-record");
    published.alarms().forEach(health::withData);
    return health.status(published.alarms().isEmpty()).build();
  }
}
