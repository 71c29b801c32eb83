package org.arobase;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.arobase.authority.ReferenceData;
import org.arobase.framework.FrameworkService;
import org.arobase.identity.LocalAccounts;
import org.arobase.sample.SampleEdition;

/** What an empty database gets, in the order in which one needs the other. */
@ApplicationScoped
class FirstStart {
  private final ReferenceData referenceData;
  private final FrameworkService frameworks;
  private final SampleEdition sample;
  private final LocalAccounts accounts;

  FirstStart(
      ReferenceData referenceData,
      FrameworkService frameworks,
      SampleEdition sample,
      LocalAccounts accounts) {
    this.referenceData = referenceData;
    this.frameworks = frameworks;
    this.sample = sample;
    this.accounts = accounts;
  }

  /** Runs before the port opens, so that the first request finds everything. */
  void fill(@Observes StartupEvent started) {
    referenceData.importWhatIsNew();
    frameworks.registerSample();
    sample.createOnce();
    accounts.createOnce(sample.accounts());
  }
}
