package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;

/** Computes ratings from the submitted marks; nothing of them is stored. */
@ApplicationScoped
public class RatingService {
  private final RatingInputs inputs;

  RatingService(RatingInputs inputs) {
    this.inputs = inputs;
  }

  /** The ratings of all dossiers of an edition by code, from one snapshot of the database. */
  @Transactional
  public List<DossierRating> all(int year) {
    return inputs.rate(Edition.required(year), Dossier.all(year));
  }

  /** The rating of one dossier, or 404. */
  @Transactional
  public DossierRating one(int year, String code) {
    Edition edition = Edition.required(year);
    return inputs.rate(edition, List.of(Dossier.required(year, code))).get(0);
  }
}
