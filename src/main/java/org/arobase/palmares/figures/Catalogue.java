package org.arobase.palmares.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arobase.palmares.PalmaresApi.Published;
import org.arobase.palmares.PublishedEditions;
import org.arobase.palmares.document.DocumentResource;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.platform.tabular.BookWriter;

/**
 * The open-data description of what is published: a DCAT catalogue (W3C, version 3) as JSON-LD, as
 * data.gouv.fr harvests it.
 */
final class Catalogue {
  private static final String FRANCE =
      "http://publications.europa.eu/resource/authority/country/FRA";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";

  private final PublicAddress address;
  private final Optional<String> licence;

  /**
   * A catalogue.
   *
   * @param licence address of the data licence, if the publisher has configured one
   */
  Catalogue(PublicAddress address, Optional<String> licence) {
    this.address = address;
    this.licence = licence;
  }

  Map<String, Object> content() {
    Map<String, Object> catalogue = new LinkedHashMap<>();
    catalogue.put(
        "@context",
        Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));
    catalogue.put("@id", address.of("palmares/catalogue"));
    catalogue.put("@type", "dcat:Catalog");
    catalogue.put(
        "dct:title", french("Palmarès du label Territoires, Villes et Villages Internet"));
    catalogue.put(
        "dct:description",
        french("Les niveaux de 0 à 5 @ des collectivités, édition par édition, signés."));
    catalogue.put("dct:publisher", publisher());
    catalogue.put("dcat:dataset", PublishedEditions.all().stream().map(this::dataset).toList());
    return catalogue;
  }

  private Map<String, Object> dataset(Published edition) {
    String at = address.of("palmares/" + edition.year());
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("@id", at);
    dataset.put("@type", "dcat:Dataset");
    dataset.put("dct:title", french("Palmarès " + edition.year() + " : " + edition.name()));
    dataset.put(
        "dct:description",
        french(
            "Le niveau de 0 à 5 @ et les distinctions de chaque collectivité candidate, tels que le"
                + " jury les a décidés."));
    dataset.put(
        "dcat:keyword", List.of(french("label"), french("numérique"), french("collectivité")));
    dataset.put("dct:spatial", Map.of("@id", FRANCE));
    licence.ifPresent(l -> dataset.put("dct:license", Map.of("@id", l)));
    dataset.put(
        "dct:issued", Map.of("@value", edition.publishedAt().toString(), "@type", "xsd:dateTime"));
    dataset.put("dct:publisher", publisher());
    dataset.put("dct:identifier", at);
    dataset.put("dcat:landingPage", Map.of("@id", at));
    dataset.put(
        "dcat:theme",
        Map.of("@id", "http://publications.europa.eu/resource/authority/data-theme/GOVE"));
    dataset.put(
        "dcat:distribution",
        List.of(
            distribution("Palmarès, CSV", "CSV", BookWriter.CSV, at + "/labels.csv"),
            distribution("Palmarès, XLSX", "XLSX", BookWriter.XLSX, at + "/labels.xlsx"),
            distribution("Palmarès signé, JWS", "JWS", DocumentResource.JOSE, at + "/document")));
    return dataset;
  }

  private Map<String, Object> distribution(String title, String format, String type, String at) {
    Map<String, Object> distribution = new LinkedHashMap<>();
    distribution.put("@id", at);
    distribution.put("@type", "dcat:Distribution");
    distribution.put("dct:title", french(title));
    distribution.put("dct:format", format);
    distribution.put("dcat:mediaType", Map.of("@id", IANA + type.split(";")[0]));
    distribution.put("dcat:accessURL", Map.of("@id", at));
    distribution.put("dcat:downloadURL", Map.of("@id", at));
    licence.ifPresent(l -> distribution.put("dct:license", Map.of("@id", l)));
    return distribution;
  }

  private Map<String, Object> publisher() {
    return Map.of("@type", "foaf:Organization", "foaf:name", address.issuer());
  }

  private static Map<String, Object> french(String text) {
    return Map.of("@value", text, "@language", "fr");
  }
}
